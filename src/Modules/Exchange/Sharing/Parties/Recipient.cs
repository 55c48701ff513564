using Noroshi.Kernel;

namespace Noroshi.Exchange.Sharing;

/// <summary>Who would receive something, with what it belongs to. Made once for a request, not for each object.</summary>
internal sealed class Recipient
{
    private Recipient(Party self, string? organisation, CountryCode state, string? node, IReadOnlyCollection<string> clientOf)
    {
        Self = self;
        List<Party> parties = self.Kind == PartyKind.Everyone ? [] : [self];
        if (organisation is { Length: > 0 }) parties.Add(Party.Organisation(organisation));
        if (node is { Length: > 0 }) parties.Add(Party.Node(node));
        if (state.IsKnown) parties.Add(Party.State(state));
        Parties = [.. parties.Distinct()];
        // A person of some organisation in a state does not stand for the state; its node does.
        House = [.. Parties.Where(party => party.Kind == PartyKind.Organisation || party == self || self.Kind is PartyKind.Node or PartyKind.State)];
        ClientOf = [.. clientOf.Where(id => id.Length > 0).Select(Party.Organisation)];
    }

    /// <summary>Nobody in particular: whoever reads what is public.</summary>
    public static Recipient Public { get; } = new(Party.Everyone, null, default, null, []);

    /// <summary>The recipient itself.</summary>
    public Party Self { get; }

    /// <summary>Itself, its organisation, its node, its state.</summary>
    public IReadOnlyList<Party> Parties { get; }

    /// <summary>What counts as the recipient's own organisation.</summary>
    public IReadOnlyList<Party> House { get; }

    /// <summary>Organisations that it is a client of, in the sense of TLP: they serve it with protection.</summary>
    public IReadOnlyList<Party> ClientOf { get; }

    /// <summary>A person who reads on behalf of an organisation.</summary>
    public static Recipient Person(string id, string? organisation, CountryCode state, params IReadOnlyCollection<string> clientOf) => new(Party.Person(id), organisation, state, null, clientOf);

    /// <summary>An organisation, for example by a token of its own.</summary>
    public static Recipient Organisation(string id, CountryCode state, params IReadOnlyCollection<string> clientOf) => new(Party.Organisation(id), id, state, null, clientOf);

    /// <summary>A state.</summary>
    public static Recipient State(CountryCode state) => new(Party.State(state), null, state, null, []);

    /// <summary>The node of a state, which speaks for that state.</summary>
    public static Recipient Node(string id, CountryCode state) => new(Party.Node(id), null, state, id, []);
}
