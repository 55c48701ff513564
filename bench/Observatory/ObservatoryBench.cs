using System.Reflection;
using Noroshi.DuckDb;

namespace Noroshi.Bench;

/// <summary><c>bench observatory [--quick] [--only WORD]</c>: every row of the bars beside its peer, in one run.</summary>
internal static class ObservatoryBench
{
    public static async Task<int> RunAsync(string root, bool quick, string? only, TimeProvider clock, CancellationToken cancel)
    {
        var rounds = quick ? 3 : 5;
        var machine = BenchMachine.Describe();
        var inputs = new BenchInputs(root, quick);
        if (only != "store") await inputs.PrepareAsync(cancel);
        var rows = new List<DuelResult>();
        var missing = new List<string>();
        foreach (var (peer, make) in new ReaderDuels(root, inputs).All())
        {
            if (only is not null && !peer.Contains(only, StringComparison.OrdinalIgnoreCase)) continue;
            if (peer is "nfpcapd" or "tshark" or "jq" or "mawk" or "nfdump" && !Runner.Exists(peer))
            {
                missing.Add($"{peer} is not installed.");
                continue;
            }

            var duel = await make(cancel);
            Console.Error.WriteLine($"bench: {duel.Work}, beside {duel.Peer.Name} …");
            var row = await duel.RunAsync(root, rounds, cancel);
            Console.Error.WriteLine(FormattableString.Invariant($"bench:   {row.TimesFaster:0.00} times as fast (bar {row.Bar:0.00}), ours {row.Ours.CpuSeconds:0.00} s CPU, counts {(row.Difference ?? (row.CountsCompared ? "equal" : "not comparable"))}"));
            rows.Add(row);
        }

        // Measured in this process: loading and asking count here, not starting.
        var store = only is null or "store" ? await StoreBench.RunAsync(quick ? 1_000_000 : 10_000_000, quick ? 5 : 20, keep: null, only: null, Console.Error, cancel) : null;
        var report = new BenchReport
        {
            At = clock.GetUtcNow(),
            Machine = machine,
            Quick = quick,
            Rounds = rounds,
            Versions = await VersionsAsync(cancel),
            Rows = rows,
            Store = store,
            NotRun = missing,
        };
        Console.Out.WriteLine(report.ToMarkdown());
        // A part of the rows is for looking at, not for keeping.
        if (only is null) Console.Error.WriteLine($"bench: written to {await report.WriteAsync(Path.Combine(root, "bench", "results"), cancel)}");
        // On small inputs start-up decides: a quick run proves the counts, only the whole one judges the bars.
        return rows.TrueForAll(row => quick ? row.Difference is null : row.Holds) && (quick || store is null or { Holds: true }) ? 0 : 1;
    }

    private static async Task<Dictionary<string, string>> VersionsAsync(CancellationToken cancel)
    {
        var versions = new Dictionary<string, string>
        {
            ["noroshi"] = typeof(ObservatoryBench).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown",
            ["dotnet"] = Environment.Version.ToString(),
            ["duckdb"] = DuckDatabase.EngineVersion,
        };
        foreach (var (program, argument) in ((string, string)[])[("gcc", "-dumpfullversion"), ("nfdump", "-V"), ("tshark", "--version"), ("jq", "--version"), ("mawk", "-Wversion")])
        {
            if (Runner.Exists(program)) versions[program] = await Runner.VersionAsync(program, argument, cancel);
        }

        return versions;
    }
}
