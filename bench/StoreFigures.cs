namespace Noroshi.Bench;

/// <summary>What <see cref="StoreBench"/> measured.</summary>
/// <param name="Rows">Observations loaded.</param>
/// <param name="RawRowsPerSecond">The engine's appender, value by value, committed and closed.</param>
/// <param name="RawBlockRowsPerSecond">The engine's appender by data blocks, committed and closed: the fastest door there is.</param>
/// <param name="StoreRowsPerSecond">The store's import: committed, closed, and answering every question from its rows.</param>
/// <param name="SettledRowsPerSecond">How fast the rollups follow after the commit, in the background.</param>
/// <param name="StoreMegabytes">Size of the file.</param>
/// <param name="PeakMegabytes">Peak memory of the process up to the end of loading, the rows themselves included.</param>
/// <param name="Queries">Every page's queries.</param>
internal sealed record StoreFigures(
    long Rows, double RawRowsPerSecond, double RawBlockRowsPerSecond, double StoreRowsPerSecond, double SettledRowsPerSecond, long StoreMegabytes, long PeakMegabytes, IReadOnlyList<StoreQuery> Queries)
{
    /// <summary>Store against the value-by-value appender; the bar is 0.8.</summary>
    public double LoadRatio => StoreRowsPerSecond / RawRowsPerSecond;

    /// <summary>The slowest page query; the bar is 200 ms.</summary>
    public double WorstP95Milliseconds => Queries.Count == 0 ? 0 : Queries.Max(query => query.P95Milliseconds);
}

/// <summary>One question of a page.</summary>
/// <param name="Name">What is asked.</param>
/// <param name="P50Milliseconds">Median as the store answers it.</param>
/// <param name="P95Milliseconds">95th percentile as the store answers it.</param>
/// <param name="RawMilliseconds">The same question put to the rows themselves (median).</param>
internal sealed record StoreQuery(string Name, double P50Milliseconds, double P95Milliseconds, double RawMilliseconds);
