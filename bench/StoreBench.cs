using System.Diagnostics;
using System.Security.Cryptography;
using Noroshi.DuckDb;
using Noroshi.Observatory.Domain;
using Noroshi.Observatory.Store.DuckDb;

namespace Noroshi.Bench;

/// <summary>Loading against the engine's own appender, and every page's questions against the rows, in one run.</summary>
internal static class StoreBench
{
    private const int PartRows = 2_500_000;

    /// <summary>Measures; tells the figures on <paramref name="output"/>.</summary>
    /// <param name="rows">Observations to load.</param>
    /// <param name="repeats">How often each question is asked.</param>
    /// <param name="keep">A folder whose loaded files are kept, and used again where they are there; null loads into a folder of its own.</param>
    /// <param name="only">Asks only questions with this in their name; null asks everything.</param>
    /// <param name="output">Where the figures are told.</param>
    /// <param name="cancel">Stops the run.</param>
    internal static async Task<StoreFigures> RunAsync(long rows, int repeats, string? keep, string? only, TextWriter output, CancellationToken cancel)
    {
        var folder = keep is null ? Directory.CreateTempSubdirectory("noroshi-bench-") : Directory.CreateDirectory(keep);
        try
        {
            var path = Path.Combine(folder.FullName, "observations.duckdb");
            var unsettled = Path.Combine(folder.FullName, "rows.duckdb");
            var load = File.Exists(path) && File.Exists(unsettled) ? null : await MeasureLoadAsync(folder.FullName, path, unsettled, rows, cancel);
            var figures = new StoreFigures(rows, load, new FileInfo(path).Length >> 20, new FileInfo(unsettled).Length >> 20, await StoreQuestions.AskAsync(path, unsettled, repeats, only, output, cancel));
            output.WriteLine(figures.ToText());
            return figures;
        }
        finally
        {
            if (keep is null) folder.Delete(recursive: true);
        }
    }

    private static async Task<StoreLoad> MeasureLoadAsync(string folder, string path, string unsettled, long rows, CancellationToken cancel)
    {
        var raw = Rate(rows, () => StoreRawAppender.Load(Path.Combine(folder, "raw.duckdb"), Parts(rows)));
        File.Delete(Path.Combine(folder, "raw.duckdb"));
        var block = Rate(rows, () => LoadBlocks(Path.Combine(folder, "block.duckdb"), Parts(rows)));
        File.Delete(Path.Combine(folder, "block.duckdb"));
        var store = await LoadAsync(path, rows, cancel);
        // The rows as they came, before any rollup: what the same questions cost without them.
        File.Copy(path, unsettled, overwrite: true);
        return new StoreLoad(raw, block, store, await SettleAsync(path, rows, cancel), Process.GetCurrentProcess().PeakWorkingSet64 >> 20);
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
}
