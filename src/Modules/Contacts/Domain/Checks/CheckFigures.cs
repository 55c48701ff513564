namespace Noroshi.Contacts.Domain;

/// <summary>What a number of checks says: how many were answered, and how fast. Names nobody.</summary>
/// <param name="Sent">Checks whose time to answer is over, or that were answered.</param>
/// <param name="Answered">Of these, answered at all.</param>
/// <param name="Timely">Of these, answered in time.</param>
/// <param name="Waiting">Further checks that may still be answered in time.</param>
/// <param name="Median">Of the latencies; null where nobody answered.</param>
/// <param name="P90">Nine of ten answers were at least this fast; null where nobody answered.</param>
internal sealed record CheckFigures(int Sent, int Answered, int Timely, int Waiting, TimeSpan? Median, TimeSpan? P90)
{
    /// <summary>Answered of those whose time is over, 0 to 1; null where there are none.</summary>
    public double? AnsweredShare => Sent == 0 ? null : (double)Answered / Sent;

    internal static CheckFigures Of(IEnumerable<ContactCheck> checks, DateTimeOffset now)
    {
        var all = checks.ToList();
        var waiting = all.Count(check => check.StatusAt(now) == CheckStatus.Waiting);
        var latencies = all.Select(check => check.Latency).OfType<TimeSpan>().Order().ToList();
        return new CheckFigures(all.Count - waiting, latencies.Count, all.Count(check => check.IsTimely), waiting, Middle(latencies), NinetiethPercentile(latencies));
    }

    private static TimeSpan? Middle(List<TimeSpan> sorted) => sorted.Count == 0 ? null : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;

    // The nearest rank: a latency that was really seen, not one between two.
    private static TimeSpan? NinetiethPercentile(List<TimeSpan> sorted) => sorted.Count == 0 ? null : sorted[(int)Math.Ceiling(0.9 * sorted.Count) - 1];
}
