using Noroshi.Kernel;

namespace Noroshi.Law.Domain;

/// <summary>One row of <c>data/law/treaties.csv</c>.</summary>
/// <remarks>
/// <c>State</c>: State, territory or side; unknown (written <c>*</c>) for a note on the instrument as a whole.<br/>
/// <c>Date</c>: When, as exactly as recorded; null where no date is recorded.<br/>
/// <c>NoLaterThan</c>: Where the date is not recorded: last day on which it can have happened, when the source shows that much.<br/>
/// <c>Note</c>: What the source adds; empty for nothing.<br/>
/// <c>Line</c>: Line in the file, for findings.
/// </remarks>
internal sealed record TreatyEvent(
    string Instrument,
    CountryCode State,
    EventKind Event,
    EventDate? Date,
    DateOnly? NoLaterThan,
    Provenance Provenance,
    string Note,
    int Line);
