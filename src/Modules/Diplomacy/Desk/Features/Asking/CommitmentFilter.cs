using Noroshi.Diplomacy.Desk.Domain;
using Noroshi.Kernel;

namespace Noroshi.Diplomacy.Desk.Features;

/// <summary>What a list of commitments is narrowed to.</summary>
/// <remarks>
/// <c>State</c>: A state that promised; unknown for all.
/// </remarks>
internal sealed record CommitmentFilter(TextSearch Search, CountryCode State, CommitmentStatus? Status, bool IsOverdue)
{
    internal static CommitmentFilter Read(Func<string, string?> asked, DeskAsk ask) => new(
        TextSearch.Of(asked("q")),
        ask.OptionalState(asked("state")),
        EntryWords.Read<CommitmentStatus>(DeskAsk.Word(asked("status"), "status", EntryWords.Statuses)),
        asked("overdue") is "1" or "true");

    /// <summary>Overdue ones first, the nearest date on top; then those due; then the rest, latest first.</summary>
    internal IEnumerable<CommitmentStanding> Of(DiplomaticRecord record, DateOnly today) => record.Standings.Where(one =>
            Search.Finds(one.Commitment.Text, one.Commitment.Document, one.Commitment.Owner)
            && (!State.IsKnown || DiplomaticRecord.Concerns(one.Commitment, State))
            && (Status is not { } status || one.Status == status)
            && (!IsOverdue || one.IsOverdue(today)))
        .OrderByDescending(one => one.IsOverdue(today)).ThenByDescending(one => one is { IsOpen: true, Commitment.Due: not null })
        .ThenBy(one => one.IsOpen ? one.Commitment.Due?.Last : null).ThenByDescending(one => one.Commitment.Date);
}
