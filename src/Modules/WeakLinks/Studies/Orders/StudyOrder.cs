using Noroshi.WeakLinks.Recorded;

namespace Noroshi.WeakLinks.Studies;

/// <summary>A study that somebody asked for on a page, with everything it is made from; it waits on disk until it is made.</summary>
/// <remarks>What the records of the node answered when it was asked for stands in it, so that it is made from what its author could read then.</remarks>
internal sealed record StudyOrder(
    string Id,
    string Title,
    bool Exercise,
    DateTimeOffset At,
    string By,
    string? Organisation,
    string ByName,
    string? Viewpoint,
    string Susceptibility,
    long Worlds,
    ulong Seed,
    StudyOrder.Money? Plan,
    IReadOnlyList<StudyOrder.Sheet> Sheets,
    FiguresFound? ModelFigures,
    FiguresFound? PlanFigures)
{
    /// <summary>How the budget is to be allocated.</summary>
    internal sealed record Money(double Budget, double? TiedMost, string? Weights, string By, bool Learnt);

    /// <summary>A file: what it holds, how it was called where it came from, and how it is called in the folder of the order.</summary>
    internal sealed record Sheet(string Role, string Name, string Kept);
}
