using Noroshi.Kernel;

namespace Noroshi.Law.Domain;

/// <summary>How one state stands to an instrument on a day, and why we say so.</summary>
/// <remarks>
/// <c>Since</c>: Since when; null where no date is recorded or nothing has happened.<br/>
/// <c>Provenance</c>: The record it rests on; null where there is none.<br/>
/// <c>Note</c>: What a reader must know: windows, doubts, what the source adds; empty for nothing.<br/>
/// <c>TerritoryOf</c>: The state that a territory is part of; unknown for a state.
/// </remarks>
internal sealed record StateStatus(CountryCode State, PartyStatus Status, EventDate? Since, Provenance? Provenance, string Note, CountryCode TerritoryOf)
{
    /// <summary>True where sources contradict each other.</summary>
    public bool IsDoubtful => Provenance?.Confidence == Confidence.D;

    /// <summary>True for a territory to which an instrument was extended: it is no Party, its state is.</summary>
    public bool IsExtension { get; init; }

    /// <summary>True where the date follows from the deposit and is stated by no source.</summary>
    public bool IsComputed { get; init; }
}
