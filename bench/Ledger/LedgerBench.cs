using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Noroshi.Contracts;
using Noroshi.Federation;
using Noroshi.Federation.Ledger;
using Noroshi.Shell.Audit;
using Noroshi.Storage;
using Noroshi.Storage.Migrations;

namespace Noroshi.Bench;

/// <summary>The ledger: acts recorded in batches with the tree growing behind them, proofs, and verification at a tenth and at the full size.</summary>
internal static class LedgerBench
{
    private const int Batch = 10_000;
    private const int Proofs = 2_000;
    private const double AppendBar = 20_000;
    private const double ProofBar = 5.0;

    /// <summary>Prints figures and bars; 0 when all hold.</summary>
    /// <param name="leaves">How many acts.</param>
    /// <param name="folder">Where the files go; a temporary folder when null. They are taken away at the end.</param>
    /// <param name="output">Where the figures go.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<int> RunAsync(long leaves, string? folder, TextWriter output, CancellationToken cancel)
    {
        var data = Path.Combine(folder ?? Path.GetTempPath(), $"noroshi-bench-ledger-{Guid.NewGuid():N}");
        Directory.CreateDirectory(data);
        try
        {
            await output.WriteLineAsync(BenchMachine.Describe());
            return await MeasureAsync(new NodeOptions { DataDirectory = data, ReferenceData = "" }, leaves, output, cancel) ? 0 : 1;
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task<bool> MeasureAsync(NodeOptions options, long leaves, TextWriter output, CancellationToken cancel)
    {
        await using var records = RecordStore.For(options);
        await new Migrator(records, TimeProvider.System).RunAsync(
            [MigrationSet.Read("audit", typeof(ActTrail).Assembly, records.Dialect, "Noroshi.Shell.Audit"), MigrationSet.Read("federation", typeof(FederationModule).Assembly, records.Dialect)], cancel);
        var place = new LedgerFolder(options);
        using var key = LedgerKey.Open(place.Path, options.State);
        var acts = new ActLeaves(records);
        var tiles = new TileSource(new TileFiles(place.Path), acts);
        using var keeper = new TreeKeeper(acts, tiles, NullLogger<TreeKeeper>.Instance);
        var check = new LedgerCheck(acts, tiles, keeper, new CheckpointRecords(records, place, NullLogger<CheckpointRecords>.Instance), new Lazy<LedgerKey>(key));
        var tenth = Math.Max(Batch, leaves / 10 / Batch * Batch);
        var appending = TimeSpan.Zero;
        var rates = new List<double>();
        for (long done = 0; done < leaves; done += Batch)
        {
            var started = Stopwatch.GetTimestamp();
            var count = (int)Math.Min(Batch, leaves - done);
            await records.TransactAsync(transaction => ActTrail.RecordAllAsync(transaction, Acts(done, count), cancel), cancel);
            await keeper.GrowAsync(cancel);
            appending += Stopwatch.GetElapsedTime(started);
            if (done + count == tenth && tenth < leaves) rates.Add(await VerifyAsync(check, tenth, output, cancel));
        }

        var rate = leaves / appending.TotalSeconds;
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{leaves:N0} acts recorded in batches of {Batch:N0}, the tree grown after each: {rate:N0} leaves/s; bar {AppendBar:N0}: {Judge(rate >= AppendBar)}"));
        var (median, worst) = await ProveAsync(keeper, acts, cancel);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{Proofs:N0} inclusion proofs of leaves anywhere: p50 {median:0.000} ms, p99 {worst:0.000} ms; bar p99 {ProofBar:0} ms: {Judge(worst < ProofBar)}"));
        rates.Add(await VerifyAsync(check, leaves, output, cancel));
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"verification a leaf, largest against smallest: {rates[0] / rates[^1]:0.00} times (1 is linear)"));
        return rate >= AppendBar && worst < ProofBar;
    }

    private static async Task<double> VerifyAsync(LedgerCheck check, long leaves, TextWriter output, CancellationToken cancel)
    {
        var started = Stopwatch.GetTimestamp();
        var verdict = await check.VerifyAsync(null, cancel);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        if (!verdict.Valid || verdict.Size != leaves) throw new InvalidOperationException($"The ledger of the benchmark is not valid: {verdict.Reason}");
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{leaves:N0} leaves verified in {seconds:0.0} s: {leaves / seconds:N0} leaves/s"));
        return leaves / seconds;
    }

    private static async Task<(double Median, double Worst)> ProveAsync(TreeKeeper keeper, ActLeaves acts, CancellationToken cancel)
    {
        var random = new Random(1);
        var times = new List<double>(Proofs);
        var tree = await keeper.GrowAsync(cancel);
        var root = await tree.RootAsync(tree.Size, cancel);
        for (var i = 0; i < Proofs; i++)
        {
            var index = random.NextInt64(tree.Size);
            var started = Stopwatch.GetTimestamp();
            var proof = await tree.InclusionAsync(index, tree.Size, cancel);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            await foreach (var leaf in acts.StreamAsync(index, 1, cancel))
            {
                if (!proof.Verifies(MerkleHash.Leaf(leaf.Content), root)) throw new InvalidOperationException($"The proof of leaf {index} does not hold.");
            }
        }

        times.Sort();
        return (times[Proofs / 2], times[Proofs * 99 / 100]);
    }

    private static List<AuditEvent> Acts(long from, int count) =>
    [
        .. Enumerable.Range(0, count).Select(i => new AuditEvent(
            DateTimeOffset.UnixEpoch.AddMilliseconds(from + i), "bench.act", "system", "exercise", $"thing:{from + i}", true, new Dictionary<string, string> { ["marking"] = "EXERCISE" })),
    ];

    private static string Judge(bool holds) => holds ? "holds" : "MISSED";
}
