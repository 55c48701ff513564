using System.Globalization;

namespace Noroshi.Bench;

/// <summary>How fast observations came into the store.</summary>
/// <param name="RawRowsPerSecond">The engine's appender, value by value, committed and closed.</param>
/// <param name="RawBlockRowsPerSecond">The engine's appender by data blocks, committed and closed: the fastest door there is.</param>
/// <param name="StoreRowsPerSecond">The store's import: committed, closed, and answering every question from its rows.</param>
/// <param name="SettledRowsPerSecond">How fast the rollups follow after the commit, in the background.</param>
/// <param name="PeakMegabytes">Peak memory of the process up to the end of loading, the rows themselves included.</param>
internal sealed record StoreLoad(double RawRowsPerSecond, double RawBlockRowsPerSecond, double StoreRowsPerSecond, double SettledRowsPerSecond, long PeakMegabytes)
{
    /// <summary>Store against the value-by-value appender; the bar is 0.8.</summary>
    public double Ratio => StoreRowsPerSecond / RawRowsPerSecond;

    /// <summary>A sentence or two.</summary>
    internal string ToText() => string.Create(CultureInfo.InvariantCulture, $"""
        Loading, committed and closed: {StoreRowsPerSecond:N0} rows/s; DuckDB's appender value by value {RawRowsPerSecond:N0} ({Ratio:0.00}, bar ≥ 0.80), by blocks {RawBlockRowsPerSecond:N0} ({StoreRowsPerSecond / RawBlockRowsPerSecond:0.00}). Rollups follow at {SettledRowsPerSecond:N0} rows/s; {PeakMegabytes} MB at most in memory, the rows handed over included.
        """);
}
