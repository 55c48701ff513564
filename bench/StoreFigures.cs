using System.Globalization;
using System.Text;

namespace Noroshi.Bench;

/// <summary>What <see cref="StoreBench"/> measured.</summary>
/// <param name="Rows">Observations loaded.</param>
/// <param name="Load">How they were loaded; null when they were there already.</param>
/// <param name="StoreMegabytes">Size of the file with its rollups.</param>
/// <param name="RowsMegabytes">Size of the file with the rows alone.</param>
/// <param name="Queries">Every page's questions.</param>
internal sealed record StoreFigures(long Rows, StoreLoad? Load, long StoreMegabytes, long RowsMegabytes, IReadOnlyList<StoreQuery> Queries)
{
    /// <summary>The slowest page question; the bar is 200 ms.</summary>
    public double WorstP95Milliseconds => Queries.Count == 0 ? 0 : Queries.Max(query => query.P95Milliseconds);

    /// <summary>Whether loading and every page question keep within their bars.</summary>
    public bool Holds => Load is null or { Ratio: >= 0.8 } && WorstP95Milliseconds < 200;

    /// <summary>A section of the report.</summary>
    public string ToMarkdown()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"## Store, {Rows:N0} observations\n\n{Summary()}\n\n");
        text.Append("Asked in turn: the store, and the same rows without rollups. CPU is of the whole process, per question; ≈ where unique sources are an estimate.\n\n");
        text.Append("| question | p50 ms | p95 ms | CPU ms | from the rows ms | CPU ms | CPU ratio |\n|---|---|---|---|---|---|---|\n");
        foreach (var query in Queries)
            text.Append(CultureInfo.InvariantCulture, $"| {query.Name}{(query.IsEstimated ? " ≈" : "")} | {query.P50Milliseconds:0.0} | {query.P95Milliseconds:0.0} | {query.CpuMilliseconds:0.0} | {query.RawMilliseconds:0.0} | {query.RawCpuMilliseconds:0.0} | {query.Ratio:0.00} |\n");
        return text.ToString();
    }

    /// <summary>The same in few lines.</summary>
    internal string ToText() => Summary().Replace("\n\n", "\n", StringComparison.Ordinal);

    private string Summary()
    {
        var over = Queries.Where(query => query.Ratio > 0.2).Select(query => query.Name).ToList();
        var load = Load is null ? "" : Load.ToText() + "\n\n";
        return load + string.Create(CultureInfo.InvariantCulture, $"""
            {StoreMegabytes} MB on disk, of which the rows alone are {RowsMegabytes} MB.

            Slowest p95 of a page's question: {WorstP95Milliseconds:0} ms (bar < 200). More than 0.2 of what the rows take, by CPU: {over.Count} of {Queries.Count}{(over.Count == 0 ? "" : " (" + string.Join("; ", over) + ")")}.
            """);
    }
}
