using Noroshi.Diplomacy.Desk.Domain;

namespace Noroshi.Diplomacy.Desk.Features;

/// <summary>A commitment as the API and the verb write it.</summary>
/// <remarks>
/// <c>Status</c>: <c>ongoing</c> means only that later activity was seen.<br/>
/// <c>Overdue</c>: The last day that <c>due</c> can mean has passed, and nothing shows that the promise was kept or replaced.<br/>
/// <c>Progress</c>: Evidence given on this node, latest first.
/// </remarks>
internal sealed record CommitmentAnswer(
    string Id, string? Meeting, BothTexts? Document, string Date, IReadOnlyList<string> States, IReadOnlyList<string> Organisations, string? Group, BothTexts? Text, BothTexts? Owner,
    string? Due, string Status, BothTexts? Evidence, bool Overdue, string? Linked, IReadOnlyList<CommitmentAnswer.ProgressLine> Progress, OriginAnswer Origin)
{
    internal sealed record ProgressLine(string Id, string Status, string Date, BothTexts? Evidence, OriginAnswer Origin);

    internal static CommitmentAnswer Of(CommitmentStanding standing, DateOnly today)
    {
        var one = standing.Commitment;
        return new CommitmentAnswer(
            one.Id, BothTexts.Said(one.Meeting), BothTexts.Of(one.Document), one.Date.ToString(), [.. one.States.Select(state => state.ToString())], one.Organisations, BothTexts.Said(one.Group),
            BothTexts.Of(one.Text), BothTexts.Of(one.Owner), one.Due?.ToString(), EntryWords.Of(standing.Status), BothTexts.Of(standing.Progress is [var latest, ..] ? latest.Evidence : one.FirstEvidence), standing.IsOverdue(today), BothTexts.Said(one.Linked),
            [.. standing.Progress.Select(each => new ProgressLine(each.Id, EntryWords.Of(each.Status), each.Date.ToString(), BothTexts.Of(each.Evidence), OriginAnswer.Of(each.Origin)))],
            OriginAnswer.Of(one.Origin));
    }
}
