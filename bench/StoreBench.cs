using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Noroshi.DuckDb;
using Noroshi.Kernel;
using Noroshi.Observatory.Domain;
using Noroshi.Observatory.Store;
using Noroshi.Observatory.Store.DuckDb;

namespace Noroshi.Bench;

/// <summary>Loading against the engine's own appender, and every page's queries against the rows, in one run.</summary>
internal static class StoreBench
{
    private const int PartRows = 2_500_000;

    /// <summary>Measures; tells the figures on <paramref name="output"/>.</summary>
    internal static async Task<StoreFigures> RunAsync(long rows, int repeats, TextWriter output, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("noroshi-bench-");
        try
        {
            var raw = Rate(rows, () => StoreRawAppender.Load(Path.Combine(folder.FullName, "raw.duckdb"), Parts(rows)));
            var block = Rate(rows, () => LoadBlocks(Path.Combine(folder.FullName, "block.duckdb"), Parts(rows)));
            var path = Path.Combine(folder.FullName, "observations.duckdb");
            var store = await LoadAsync(path, rows, cancel);
            var figures = new StoreFigures(
                rows, raw, block, store, await SettleAsync(path, rows, cancel), new FileInfo(path).Length >> 20, Process.GetCurrentProcess().PeakWorkingSet64 >> 20, await AskAsync(path, repeats, cancel));
            Tell(figures, output);
            return figures;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // Rows are made between the timed stretches; only handing them over is timed.
    private static readonly Stopwatch Watch = new();

    private static IEnumerable<Observation[]> Parts(long rows)
    {
        var parts = (int)((rows + PartRows - 1) / PartRows);
        for (var part = 0; part < parts; part++)
        {
            Watch.Stop();
            var made = StoreRows.Make((int)Math.Min(PartRows, rows - ((long)part * PartRows)), part * StoreRows.Days / parts, Math.Max(1, StoreRows.Days / parts));
            Watch.Start();
            yield return made;
        }
    }

    private static double Rate(long rows, Action load)
    {
        Watch.Restart();
        load();
        Watch.Stop();
        return rows / Watch.Elapsed.TotalSeconds;
    }

    private static void LoadBlocks(string path, IEnumerable<Observation[]> parts)
    {
        using var database = DuckDatabase.Open(path);
        using var connection = database.Connect();
        connection.Execute(StoreRawAppender.Table);
        using var transaction = connection.Begin();
        using (var detail = new DetailAppender(connection, 1, 1))
        {
            foreach (var part in parts) detail.Append(part, [0, 1, 2]);
            detail.Flush();
        }

        transaction.Commit();
    }

    private static async Task<double> LoadAsync(string path, long rows, CancellationToken cancel)
    {
        Watch.Restart();
        await using (var store = await DuckDbObservationStore.OpenAsync(path, TimeProvider.System, new DuckDbStoreOptions { SettlesByItself = false }, cancel))
        {
            await using var import = await store.BeginImportAsync(new ImportSource("bench", "synthetic", SHA256.HashData([1]), "none"), cancel);
            foreach (var part in Parts(rows))
            {
                foreach (var batch in part.Chunk(65_536)) import.Append(batch, StoreRows.Tags);
            }

            await import.CommitAsync(new Dictionary<string, long>(), cancel);
        }

        Watch.Stop();
        return rows / Watch.Elapsed.TotalSeconds;
    }

    private static async Task<double> SettleAsync(string path, long rows, CancellationToken cancel)
    {
        await using var store = await DuckDbObservationStore.OpenAsync(path, TimeProvider.System, new DuckDbStoreOptions { SettlesByItself = false }, cancel);
        Watch.Restart();
        await store.SettleAsync(cancel);
        Watch.Stop();
        return rows / Watch.Elapsed.TotalSeconds;
    }

    private static async Task<IReadOnlyList<StoreQuery>> AskAsync(string path, int repeats, CancellationToken cancel)
    {
        var figures = new Dictionary<string, (double P50, double P95)>();
        await using (var store = await DuckDbObservationStore.OpenAsync(path, TimeProvider.System, cancel))
        {
            foreach (var (name, ask) in Pages()) figures[name] = await TimeAsync(store, ask, repeats, cancel);
        }

        var queries = new List<StoreQuery>();
        await using var raw = await DuckDbObservationStore.OpenAsync(path, TimeProvider.System, new DuckDbStoreOptions { ExactRows = long.MaxValue }, cancel);
        foreach (var (name, ask) in Pages())
            queries.Add(new StoreQuery(name, figures[name].P50, figures[name].P95, (await TimeAsync(raw, ask, Math.Min(3, repeats), cancel)).P50));
        return queries;
    }

    private static async Task<(double P50, double P95)> TimeAsync(IObservationStore store, Func<IObservationStore, CancellationToken, Task> ask, int repeats, CancellationToken cancel)
    {
        await ask(store, cancel);
        var times = new double[repeats];
        for (var i = 0; i < repeats; i++)
        {
            var from = Stopwatch.GetTimestamp();
            await ask(store, cancel);
            times[i] = Stopwatch.GetElapsedTime(from).TotalMilliseconds;
        }

        Array.Sort(times);
        return (times[repeats / 2], times[Math.Min(repeats - 1, (int)Math.Ceiling(repeats * 0.95) - 1)]);
    }

    private static IEnumerable<(string Name, Func<IObservationStore, CancellationToken, Task> Ask)> Pages()
    {
        var all = new ObservationFilter { From = StoreRows.Start, To = StoreRows.Start.AddDays(StoreRows.Days) };
        var odd = all with { From = all.From.AddMinutes(617), To = all.To.AddMinutes(-199) };
        var day = all with { From = all.From.AddDays(5), To = all.From.AddDays(6) };
        (string, ObservationFilter, Dimension[])[] views =
        [
            ("14 days", all, [Dimension.Country, Dimension.Network, Dimension.Port, Dimension.Source, Dimension.Sector, Dimension.TargetOrganisation, Dimension.Class, Dimension.Fingerprint, Dimension.Sensor]),
            ("14 days, odd hours", odd, [Dimension.Country, Dimension.Network, Dimension.Port, Dimension.Source]),
            ("1 day", day, [Dimension.Country, Dimension.Network, Dimension.Port, Dimension.Source]),
            ("country", all with { SourceCountry = CountryCode.Parse("PH") }, [Dimension.Network, Dimension.Port, Dimension.Source, Dimension.Sector]),
            ("network", all with { Asn = 4_200_000_012 }, [Dimension.Port, Dimension.Source, Dimension.Fingerprint]),
            ("port", all with { Port = new PortKey(6, 23) }, [Dimension.Country, Dimension.Network, Dimension.Source]),
            ("source", all with { Source = NetworkAddress.FromIPv4(0xF000_0000 + (5 * 631)) }, [Dimension.Port, Dimension.Sector]),
            ("government, foreign", all with { TargetKind = TargetKind.Government, Origin = Origin.Foreign }, [Dimension.Country, Dimension.Network, Dimension.Port]),
            ("sector", all with { Sector = 3 }, [Dimension.TargetOrganisation, Dimension.Country]),
        ];
        foreach (var (name, filter, dimensions) in views)
        {
            yield return ($"{name}: totals", (store, cancel) => store.TotalsAsync(filter, cancel));
            yield return ($"{name}: series", (store, cancel) => store.SeriesAsync(filter, (filter.To - filter.From) / 400, cancel));
            foreach (var by in dimensions) yield return ($"{name}: top {by}", (store, cancel) => store.TopAsync(filter, by, 20, cancel));
        }
    }

    private static void Tell(StoreFigures figures, TextWriter output)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"load {figures.Rows:N0} observations: appender {figures.RawRowsPerSecond:N0} rows/s, by blocks {figures.RawBlockRowsPerSecond:N0}, store {figures.StoreRowsPerSecond:N0} ({figures.LoadRatio:F2} of the appender, {figures.StoreRowsPerSecond / figures.RawBlockRowsPerSecond:F2} of blocks), rollups follow at {figures.SettledRowsPerSecond:N0} rows/s; {figures.StoreMegabytes} MB on disk, {figures.PeakMegabytes} MB at most in memory"));
        foreach (var query in figures.Queries)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{query.Name,-40} p50 {query.P50Milliseconds,7:F1} ms  p95 {query.P95Milliseconds,7:F1} ms  rows {query.RawMilliseconds,7:F1} ms  {query.P50Milliseconds / query.RawMilliseconds,5:F2}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"slowest p95 {figures.WorstP95Milliseconds:F1} ms"));
    }
}
