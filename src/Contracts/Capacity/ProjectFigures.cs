using Noroshi.Kernel;

namespace Noroshi.Contracts;

/// <summary>A recorded project of capacity building in figures.</summary>
/// <param name="Id">Id of its entry (C-12) or of the imported activity (I-12).</param>
/// <param name="Title">Its title as entered.</param>
/// <param name="Donor">The state that gives; unknown where none is recorded.</param>
/// <param name="Recipients">States with their share of the project, from 0 to 1; null where an imported activity says none.</param>
/// <param name="Topics">Codes of topics.</param>
/// <param name="Costs">Planned money by currency; empty where none is recorded. Currencies are not added.</param>
/// <param name="TiedStatus">IATI TiedStatus as recorded: 3 partially tied, 4 tied, 5 untied; null where not recorded.</param>
/// <param name="Start">When it began or is to begin.</param>
/// <param name="End">When it ended or is to end; null where not recorded.</param>
/// <param name="IsRunning">True where it is prepared or done today.</param>
/// <param name="Effects">Predicted and observed effects.</param>
/// <param name="Source">Where the project was read.</param>
/// <param name="Confidence">How far it may be relied on.</param>
/// <param name="Marking">How far it may travel.</param>
/// <param name="Exercise">True where it was invented for an exercise.</param>
public sealed record ProjectFigures(
    string Id, string Title, CountryCode Donor, IReadOnlyDictionary<CountryCode, double?> Recipients, IReadOnlyList<string> Topics, IReadOnlyDictionary<string, decimal> Costs, string? TiedStatus,
    PartialDate? Start, PartialDate? End, bool IsRunning, IReadOnlyList<ProjectEffect> Effects, string Source, Confidence Confidence, Tlp Marking, bool Exercise);
