using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Noroshi.WeakLinks.Domain;

namespace Noroshi.Bench;

/// <summary>Sampled worlds, dominators, betweenness and allocation on an invented power-law graph, beside igraph, networkx, scipy and CBC in the same run.</summary>
internal static class WeakLinksBench
{
    private const int Nodes = 60_000;
    private const int Arcs = 520_000;
    private const int Rounds = 5;
    private const long Worlds = 1_280;
    private const int PeerWorlds = 24;

    /// <summary>Prints figures and bars; 0 when all that could be compared hold.</summary>
    public static int Run(string root, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("noroshi-weaklinks-").FullName;
        try
        {
            var (large, small) = (new PowerLawGraph(Nodes, Arcs), new PowerLawGraph(3_000, 26_000));
            large.Write(folder, "large");
            small.Write(folder, "small");
            output.WriteLine(BenchMachine.Describe());
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"a graph of {Nodes:N0} nodes and {Arcs:N0} arcs; milliseconds of processor time unless said otherwise, median of {Rounds}"));
            var peers = Peers(root, folder);
            if (peers.Count == 0) output.WriteLine("python3 with numpy and igraph, networkx or scipy is not here; own figures only.");
            return Run(large, small, peers, folder, output) ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static bool Run(PowerLawGraph large, PowerLawGraph small, Dictionary<string, double> peers, string folder, TextWriter output)
    {
        var question = large.Question();
        ReachEstimate estimate = null!;
        var world = Median(() => estimate = MonteCarlo.Run(question, 1, Worlds, 1, links: false, CancellationToken.None)) / Worlds;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"risk {estimate.Risk.Mean:0.00} ({estimate.Risk.Low:0.00} to {estimate.Risk.High:0.00}); scipy's {PeerWorlds} worlds {peers.GetValueOrDefault("scipy_mean", double.NaN):0.00}"));
        var good = Say(output, "one world", world, peers, "igraph_world", 8);
        good &= Say(output, "one world", world, peers, "scipy_world", 2.5);
        good &= Say(output, "one world", world, peers, "networkx_world", 1);
        var (one, two) = (Clock(question, 1), Clock(question, 2));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"two threads by the clock: {one / two:0.00} times one thread; bar 1.8: {(one / two >= 1.8 ? "holds" : "missed")} (says little while other work runs)"));
        var work = Median(() => MonteCarlo.Run(question, 1, Worlds, 2, links: false, CancellationToken.None)) / Worlds;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"two threads use {work / world:0.00} times the processor time of one"));
        var linked = Median(() => MonteCarlo.Run(question, 1, 64, 1, links: true, CancellationToken.None)) / 64;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"one world with a dominator tree: {linked * 1e3:0.000} ms"));

        var tree = new DominatorTree(question.Graph);
        ulong[] open = [.. Enumerable.Repeat(1UL, Nodes)];
        ulong[] carries = [.. Enumerable.Repeat(1UL, Arcs)];
        good &= Say(output, "dominators of the whole graph", Median(() =>
        {
            for (var repeat = 0; repeat < 10; repeat++) tree.Build([0], open, carries, 1);
        }) / 10, peers, "igraph_dominators", 1);
        var graph = LinkGraph.Build(small.Nodes, small.Tails, small.Heads);
        var sum = 0.0;
        good &= Say(output, "betweenness, 3,000 nodes and 26,000 arcs", Median(() => sum = Betweenness.Of(graph, CancellationToken.None).Sum()), peers, "igraph_betweenness", 1);
        if (peers.TryGetValue("igraph_betweenness_sum", out var theirs)) good &= Math.Abs(sum - theirs) <= 1e-6 * theirs;
        return Plan(folder, output) && good;
    }

    private static bool Plan(string folder, TextWriter output)
    {
        var contest = new PlanContest(500);
        _ = contest.Ours();
        var (choice, seconds) = contest.Ours();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"allocation of 500 projects: objective {choice.Objective:0.0000}, bound {choice.Bound:0.0000}, gap {choice.Gap * 100:0.000} %, {seconds:0.000} s by the clock"));
        if (contest.Cbc(folder) is not { } cbc)
        {
            output.WriteLine("  cbc is not here");
            return true;
        }

        var holds = choice.Objective >= cbc.Objective * 0.995 && seconds <= cbc.Seconds;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  cbc beside it: objective {cbc.Objective:0.0000}, {cbc.Seconds:0.000} s; bar 99.5 % of it in its time: {(holds ? "holds" : "missed")} ({choice.Objective / cbc.Objective * 100:0.000} %)"));
        return holds;
    }

    private static bool Say(TextWriter output, string what, double seconds, Dictionary<string, double> peers, string peer, double bar)
    {
        if (!peers.TryGetValue(peer, out var theirs))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {seconds * 1e3:0.000} ms; {peer.Split('_')[0]} is not here"));
            return true;
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {seconds * 1e3:0.000} ms; {peer.Split('_')[0]} {theirs * 1e3:0.000} ms, {theirs / seconds:0.0} times; bar {bar}: {(theirs >= bar * seconds ? "holds" : "missed")}"));
        return theirs >= bar * seconds;
    }

    private static double Median(Action work)
    {
        work();
        double[] taken = [.. Enumerable.Range(0, Rounds).Select(_ =>
        {
            var before = Environment.CpuUsage.TotalTime;
            work();
            return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        }).Order()];
        return taken[Rounds / 2];
    }

    private static double Clock(ReachQuestion question, int threads) => Enumerable.Range(0, Rounds).Min(_ =>
    {
        var before = Stopwatch.GetTimestamp();
        MonteCarlo.Run(question, 1, Worlds, threads, links: false, CancellationToken.None);
        return Stopwatch.GetElapsedTime(before).TotalSeconds;
    });

    private static Dictionary<string, double> Peers(string root, string folder)
    {
        // Debian's own python has the packages that Debian installs.
        var program = File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";
        try
        {
            using var python = Process.Start(new ProcessStartInfo(program, [Path.Combine(root, "bench", "peers", "weaklinks.py"), folder, PeerWorlds.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var said = python.StandardOutput.ReadToEnd();
            python.WaitForExit();
            return python.ExitCode == 0 ? JsonSerializer.Deserialize<Dictionary<string, double>>(said)! : [];
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return [];
        }
    }
}
