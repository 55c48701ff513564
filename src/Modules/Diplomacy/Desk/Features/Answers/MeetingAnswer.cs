using Noroshi.Diplomacy.Desk.Domain;
using Noroshi.Kernel;

namespace Noroshi.Diplomacy.Desk.Features;

/// <summary>A meeting as the API and the verb write it; the lists are null in a list of meetings.</summary>
/// <remarks>
/// <c>Start</c>, <c>End</c>: As exactly as known: <c>2011</c>, <c>2011-11</c> or <c>2011-11-01</c>.<br/>
/// <c>StatesNamed</c>: Known to have been present; absence from the list proves nothing.<br/>
/// <c>FollowedBy</c>: Meetings that name this one as the meeting before them.
/// </remarks>
internal sealed record MeetingAnswer(
    string Id, string Forum, BothTexts? Name, string? Start, string? End, BothTexts? Place, string? Host, int? States, int? People, IReadOnlyList<BothTexts> Organisations,
    IReadOnlyList<string> StatesNamed, string? Follows, IReadOnlyList<string> FollowedBy, OriginAnswer Origin)
{
    public IReadOnlyList<SessionLine>? Sessions { get; init; }

    public IReadOnlyList<StatementAnswer>? Statements { get; init; }

    public IReadOnlyList<OutcomeLine>? Outcomes { get; init; }

    public IReadOnlyList<CommitmentAnswer>? Commitments { get; init; }

    public IReadOnlyList<DiscrepancyLine>? Discrepancies { get; init; }

    internal sealed record SessionLine(string Kind, int Number, int? Count, BothTexts? Title, OriginAnswer Origin);

    internal sealed record OutcomeLine(string Id, BothTexts? Text, string Topic, string Consensus, BothTexts? Basis, OriginAnswer Origin);

    internal sealed record DiscrepancyLine(string Id, string? Document, BothTexts? Says, BothTexts? Other, BothTexts? Advice, OriginAnswer Origin);

    internal static MeetingAnswer Of(Meeting one, DiplomaticRecord record) => new(
        one.Id, one.Forum, BothTexts.Of(one.Name), one.Start?.ToString(), one.End?.ToString(), BothTexts.Of(one.Place), Code(one.Host), one.StatesCount, one.PeopleCount,
        [.. one.Organisations.Select(text => BothTexts.Of(text)!)], [.. one.StatesNamed.Select(state => state.ToString())], BothTexts.Said(one.Follows),
        [.. record.FollowersOf(one.Id).Select(next => next.Id)], OriginAnswer.Of(one.Origin));

    /// <summary>The meeting with all that is recorded of it.</summary>
    internal static MeetingAnswer WholeOf(Meeting one, DiplomaticRecord record, DateOnly today) => Of(one, record) with
    {
        Sessions = [.. record.Sessions.Where(session => session.Meeting == one.Id).Select(session => new SessionLine(EntryWords.Of(session.Kind), session.Number, session.Count, BothTexts.Of(session.Title), OriginAnswer.Of(session.Origin)))],
        Statements = [.. record.Statements.Where(statement => statement.Meeting == one.Id).Select(StatementAnswer.Of)],
        Outcomes = [.. record.Outcomes.Where(point => point.Meeting == one.Id).Select(point => new OutcomeLine(point.Id, BothTexts.Of(point.Text), point.Topic, EntryWords.Of(point.Consensus), BothTexts.Of(point.Basis), OriginAnswer.Of(point.Origin)))],
        Commitments = [.. record.Standings.Where(standing => standing.Commitment.Meeting == one.Id).Select(standing => CommitmentAnswer.Of(standing, today))],
        Discrepancies = [.. record.DiscrepanciesOf(one.Id).Select(other => new DiscrepancyLine(other.Id, BothTexts.Said(other.Document), BothTexts.Of(other.Says), BothTexts.Of(other.Other), BothTexts.Of(other.Advice), OriginAnswer.Of(other.Origin)))],
    };

    internal static string? Code(CountryCode state) => state.IsKnown ? state.ToString() : null;
}
