using Noroshi.Diplomacy.Desk.Domain;
using Noroshi.Kernel;

namespace Noroshi.Diplomacy.Desk.Features;

/// <summary>What a list of meetings is narrowed to.</summary>
/// <remarks>
/// <c>Forum</c>: Id of the forum; null for all.<br/>
/// <c>State</c>: A state that was host or named as present; unknown for all.<br/>
/// <c>IsAhead</c>: True for those that have not ended.
/// </remarks>
internal sealed record MeetingFilter(TextSearch Search, Forum? Forum, CountryCode State, int? Year, bool IsAhead)
{
    internal static MeetingFilter Read(Func<string, string?> asked, DeskAsk ask, DiplomaticRecord record) => new(
        TextSearch.Of(asked("q")),
        asked("forum") is { Length: > 0 } forum ? DeskAsk.Found(record.Forum(forum), "forum", forum, "/diplomacy/forums") : null,
        ask.OptionalState(asked("state")),
        DeskAsk.Year(asked("year")),
        asked("ahead") is "1" or "true");

    internal IEnumerable<Meeting> Of(DiplomaticRecord record, DateOnly today) => record.Meetings.Where(one =>
        (Search.Finds(one.Name, one.Place) || Search.Finds(one.Id))
        && (Forum is null || one.Forum == Forum.Id)
        && (!State.IsKnown || one.Host == State || one.StatesNamed.Contains(State))
        && (Year is not { } year || (one.Start?.Year <= year && (one.End ?? one.Start)?.Year >= year))
        && (!IsAhead || one.IsAhead(today)));
}
