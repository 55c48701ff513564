using Noroshi.Kernel;

namespace Noroshi.Contracts;

/// <summary>How far a state is in one point of one assessment model. Points of different models are never averaged.</summary>
/// <param name="Model">Model and version: <c>CMM-2021</c>.</param>
/// <param name="Code">The point in that model: <c>D1.2</c>.</param>
/// <param name="Topics">Topics of capacity building that the point speaks to, as proposals of this program; empty where none is proposed.</param>
/// <param name="Maturity">From 0 to 1: (stage − 1) / 4 for CMM and NCAF, level / 4 for SIM3, score / 100 for GCI and NCSI.</param>
/// <param name="Low">The lowest that the assessor holds possible; null where no bound was given.</param>
/// <param name="High">The highest; null where no bound was given.</param>
/// <param name="Source">Who assessed and where it was read.</param>
/// <param name="Date">When it was assessed.</param>
/// <param name="Confidence">How far it may be relied on.</param>
/// <param name="Marking">How far it may travel.</param>
/// <param name="Exercise">True where it was invented for an exercise.</param>
public sealed record MaturityOfControl(
    string Model, string Code, IReadOnlyList<string> Topics, double Maturity, double? Low, double? High, string Source, PartialDate Date, Confidence Confidence, Tlp Marking, bool Exercise);
