using Noroshi.Contacts.Domain;

namespace Noroshi.Contacts.Features;

/// <summary>Checks and their figures as JSON, the same from API and verb.</summary>
internal static class ChecksJson
{
    /// <summary>One check.</summary>
    internal sealed record Line(string Id, string Point, bool Announced, DateTimeOffset SentAt, DateTimeOffset DueAt, string Status, DateTimeOffset? AnsweredAt, string? AnsweredBy, long? LatencySeconds);

    /// <summary>What a number of checks says.</summary>
    internal sealed record Figures(int Sent, int Answered, int Timely, int Waiting, double? AnsweredShare, long? MedianSeconds, long? P90Seconds);

    internal static Line Of(ContactCheck check, DateTimeOffset now) => new(
        check.Id, check.PointId, check.Announced, check.SentAt, check.DueAt, Word(check.StatusAt(now)), check.AnsweredAt, check.AnsweredBy?.ToString().ToLowerInvariant(), Seconds(check.Latency));

    internal static Figures Of(CheckFigures figures) => new(
        figures.Sent, figures.Answered, figures.Timely, figures.Waiting, figures.AnsweredShare is { } share ? Math.Round(share, 4) : null, Seconds(figures.Median), Seconds(figures.P90));

    private static string Word(CheckStatus status) => status switch
    {
        CheckStatus.Answered => "answered",
        CheckStatus.AnsweredLate => "answered-late",
        CheckStatus.Overdue => "overdue",
        _ => "waiting",
    };

    private static long? Seconds(TimeSpan? length) => length is { } known ? (long)known.TotalSeconds : null;
}
