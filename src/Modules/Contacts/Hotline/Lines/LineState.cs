namespace Noroshi.Contacts.Hotline;

/// <summary>How the line to a peer is.</summary>
internal sealed record LineState
{
    /// <summary>A line that was silent for longer is warned about: a day between tests, and half a day of grace.</summary>
    internal static readonly TimeSpan Stale = TimeSpan.FromHours(36);

    public string Peer { get; init; } = "";

    /// <summary>The test that waits for its answer.</summary>
    public string? Test { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>When anything of the peer last came over the hotline, an answer to a test included.</summary>
    public DateTimeOffset? HeardAt { get; init; }

    internal bool IsAlive(DateTimeOffset now) => HeardAt is { } heard && now - heard <= Stale;

    /// <summary>Whether today's test is still to be sent.</summary>
    /// <param name="now">UTC.</param>
    /// <param name="at">The time of day of tests, UTC.</param>
    internal bool IsTestDue(DateTimeOffset now, TimeOnly at)
    {
        var today = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero) + at.ToTimeSpan();
        var last = now >= today ? today : today.AddDays(-1);
        return SentAt is null || SentAt < last;
    }
}
