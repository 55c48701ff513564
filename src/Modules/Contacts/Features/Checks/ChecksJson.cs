using Noroshi.Contacts.Domain;

namespace Noroshi.Contacts.Features;

/// <summary>Checks and their figures as JSON, the same from API and verb.</summary>
internal static class ChecksJson
{
    /// <summary>One check.</summary>
    internal sealed record Line(string Id, string Point, bool Announced, DateTimeOffset SentAt, DateTimeOffset DueAt, string Status, DateTimeOffset? AnsweredAt, string? AnsweredBy, long? LatencySeconds, IReadOnlyList<string> Ways);

    /// <summary>A check that a peer sent us.</summary>
    internal sealed record Asked(string Id, string State, string Point, bool Announced, DateTimeOffset ArrivedAt, DateTimeOffset DueAt, DateTimeOffset ExpiresAt, string Status, bool Open, DateTimeOffset? AnsweredAt);

    /// <summary>What a number of checks says.</summary>
    internal sealed record Figures(int Sent, int Answered, int Timely, int Waiting, double? AnsweredShare, long? MedianSeconds, long? P90Seconds);

    internal static Line Of(ContactCheck check, DateTimeOffset now) => new(
        check.Id, check.PointId, check.Announced, check.SentAt, check.DueAt, Word(check.StatusAt(now)), check.AnsweredAt, check.AnsweredBy is { } way ? Word(way) : null, Seconds(check.Latency), Ways(check));

    internal static Asked Of(AskedCheck check, DateTimeOffset now) => new(
        check.Id, check.State, check.PointId, check.Announced, check.ArrivedAt, check.DueAt, check.ExpiresAt, Word(check.StatusAt(now)), check.IsOpenAt(now), check.AnsweredAt);

    /// <summary>By which ways a check went: <c>node</c>, <c>link</c>.</summary>
    internal static IReadOnlyList<string> Ways(ContactCheck check) => [.. check.Ways.Select(Word)];

    internal static Figures Of(CheckFigures figures) => new(
        figures.Sent, figures.Answered, figures.Timely, figures.Waiting, figures.AnsweredShare is { } share ? Math.Round(share, 4) : null, Seconds(figures.Median), Seconds(figures.P90));

    private static string Word(CheckWay way) => way.ToString().ToLowerInvariant();

    private static string Word(CheckStatus status) => status switch
    {
        CheckStatus.Answered => "answered",
        CheckStatus.AnsweredLate => "answered-late",
        CheckStatus.Overdue => "overdue",
        _ => "waiting",
    };

    private static long? Seconds(TimeSpan? length) => length is { } known ? (long)known.TotalSeconds : null;
}
