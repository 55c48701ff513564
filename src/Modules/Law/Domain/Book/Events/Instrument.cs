using Noroshi.Kernel;

namespace Noroshi.Law.Domain;

/// <summary>A convention, a regulation or an agreement between two sides.</summary>
/// <remarks>
/// <c>Id</c>: Short stable name: <c>ETS185</c>, <c>MLAT-JP-US</c>.<br/>
/// <c>Adopted</c>: Day of adoption; null where not recorded.<br/>
/// <c>Opened</c>: Day it was opened for signature; null where not recorded.<br/>
/// <c>InForce</c>: Day the instrument itself entered into force; null while it has not, or where that is not recorded.
/// </remarks>
internal sealed record Instrument(
    string Id,
    InstrumentKind Kind,
    string NameEn,
    string NameJa,
    DateOnly? Adopted,
    DateOnly? Opened,
    DateOnly? InForce,
    Provenance Provenance,
    int Line)
{
    /// <summary>Last day in force of an instrument that has ended; null otherwise.</summary>
    public DateOnly? Ended { get; init; }

    /// <summary>First day on which a regulation applies, where that is later than its entry into force.</summary>
    public DateOnly? Applies { get; init; }

    /// <summary>The instrument that took its place between its Parties; empty for none.</summary>
    public string SupersededBy { get; init; } = "";

    /// <summary>In words: what brings the instrument and then each state's participation into force.</summary>
    public string EntryRule { get; init; } = "";

    /// <summary>How long after a deposit a state is bound; <c>null</c> where the data do not say it for a single state.</summary>
    public EntryWait? Wait { get; init; }

    /// <summary>Last day for which the list of states was checked against a source; null where that is not recorded.</summary>
    public DateOnly? VerifiedUntil { get; init; }

    /// <summary>Whether every state's events are recorded, only some, or none.</summary>
    public Extent States { get; init; }

    /// <summary>Members of the Union that a regulation does not bind.</summary>
    public IReadOnlyList<CountryCode> NotBound { get; init; } = [];

    /// <summary>True for an agreement between two sides.</summary>
    public bool IsAgreement => Kind is InstrumentKind.MutualAssistance or InstrumentKind.Extradition or InstrumentKind.CloudAct;

    /// <summary>The two sides of an agreement; empty for a convention.</summary>
    public IReadOnlyList<CountryCode> Sides { get; init; } = [];

    /// <summary>Whether rules that name an instrument, or a family of agreements such as <c>MLAT-*</c>, speak of this one.</summary>
    public bool IsNamedBy(string name) => Id == name || (name.EndsWith("-*", StringComparison.Ordinal) && Id.StartsWith(name.AsSpan()[..^1], StringComparison.Ordinal));
}
