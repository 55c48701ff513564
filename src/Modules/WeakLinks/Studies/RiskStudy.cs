using Noroshi.WeakLinks.Answers;

namespace Noroshi.WeakLinks.Studies;

/// <summary>One analysis as it was made: the answer, what it was made from, and what changes it. It is never changed; a new one is made instead.</summary>
/// <remarks>Range is the middle 90 % of the risks over draws of the assumptions. Allocation is null where no budget was asked for. Names are by id, and hold those alone that have one.</remarks>
internal sealed record RiskStudy(
    string Id,
    string Title,
    DateTimeOffset MadeAt,
    string MadeBy,
    bool Exercise,
    IReadOnlyList<RiskStudy.Input> Inputs,
    RiskStudy.Spread Range,
    IReadOnlyList<RiskStudy.WeakLink> Weakest,
    AnalysisAnswer Analysis,
    IReadOnlyList<RiskStudy.Candidate> Projects,
    AllocationAnswer? Allocation,
    SensitivityAnswer Sensitivity,
    IReadOnlyList<RiskStudy.Held> Owners,
    IReadOnlyDictionary<string, RiskStudy.Called>? Names)
{
    /// <summary>How a node or a project is called in each language; null where no name was given in it.</summary>
    internal sealed record Called(string? English, string? Japanese);

    /// <summary>A file the study was made from: what it is, its name, rows, SHA-256 of its bytes.</summary>
    internal sealed record Input(string Role, string Name, int Rows, string Sha256);

    /// <summary>Where the risk lies when everything that is not known for sure is drawn.</summary>
    internal sealed record Spread(double Low, double High, int Draws, string Unit);

    /// <summary>One of the ten weakest links: its share of the risk, in which part of the draws it is among the ten, and the likeliest route through it (null where none was found among the probable ones).</summary>
    internal sealed record WeakLink(string Id, string Owner, string Sector, double Share, double Low, double High, double TopTen, IReadOnlyList<string>? Route, string? Scenario);

    /// <summary>A project that could be paid for; record is its entry in the capacity registry, null where none is named.</summary>
    internal sealed record Candidate(string Id, double Cost, double? Tied, string Donor, string Region, string Group, double? Months, IReadOnlyList<string> Recipients, IReadOnlyList<string> Requires, string? Record, bool Chosen);

    /// <summary>The largest share of the risk that must pass one node of an owner, and how many of the first hundred links are his.</summary>
    internal sealed record Held(string Owner, double LargestShare, int Links);
}
