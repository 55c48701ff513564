using System.Globalization;
using System.Text;

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

    /// <summary>Whether loading and every page query keep within their bars.</summary>
    public bool Holds => LoadRatio >= 0.8 && WorstP95Milliseconds < 200;

    /// <summary>A section of the report.</summary>
    public string ToMarkdown()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"## Store, {Rows:N0} observations\n\n");
        text.Append(CultureInfo.InvariantCulture, $"Loading, committed and closed: {StoreRowsPerSecond:N0} rows/s; DuckDB's appender value by value {RawRowsPerSecond:N0} ({LoadRatio:0.00}, bar ≥ 0.80), by blocks {RawBlockRowsPerSecond:N0} ({StoreRowsPerSecond / RawBlockRowsPerSecond:0.00}). ");
        text.Append(CultureInfo.InvariantCulture, $"Rollups follow at {SettledRowsPerSecond:N0} rows/s. {StoreMegabytes} MB on disk; {PeakMegabytes} MB at most in memory, the rows handed over included.\n\n");
        text.Append(CultureInfo.InvariantCulture, $"Slowest p95 of a page's query: {WorstP95Milliseconds:0} ms (bar < 200).\n\n| question | p50 ms | p95 ms | from the rows ms | ratio |\n|---|---|---|---|---|\n");
        foreach (var query in Queries)
            text.Append(CultureInfo.InvariantCulture, $"| {query.Name} | {query.P50Milliseconds:0.0} | {query.P95Milliseconds:0.0} | {query.RawMilliseconds:0.0} | {query.P50Milliseconds / query.RawMilliseconds:0.00} |\n");
        return text.ToString();
    }
}

/// <summary>One question of a page.</summary>
/// <param name="Name">What is asked.</param>
/// <param name="P50Milliseconds">Median as the store answers it.</param>
/// <param name="P95Milliseconds">95th percentile as the store answers it.</param>
/// <param name="RawMilliseconds">The same question put to the rows themselves (median).</param>
internal sealed record StoreQuery(string Name, double P50Milliseconds, double P95Milliseconds, double RawMilliseconds);
