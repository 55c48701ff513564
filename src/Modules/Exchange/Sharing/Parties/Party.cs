using Noroshi.Kernel;

namespace Noroshi.Exchange.Sharing;

/// <summary>Somebody by kind and identifier. Persons, organisations and nodes by their own identifiers, states by their code.</summary>
internal readonly record struct Party(PartyKind Kind, string Id)
{
    /// <summary>The public; only what has no limit on disclosure goes there.</summary>
    public static Party Everyone { get; } = new(PartyKind.Everyone, "");

    public static Party Person(string id) => new(PartyKind.Person, id);

    public static Party Organisation(string id) => new(PartyKind.Organisation, id);

    public static Party State(CountryCode code) => new(PartyKind.State, code.ToString());

    public static Party Node(string id) => new(PartyKind.Node, id);

    /// <inheritdoc/>
    public override string ToString() => Kind == PartyKind.Everyone ? "everyone" : $"{Kind.ToString().ToLowerInvariant()}:{Id}";
}
