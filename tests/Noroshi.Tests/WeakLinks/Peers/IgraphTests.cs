using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Noroshi.Tests.WeakLinks.Reach;
using Noroshi.WeakLinks.Domain;

namespace Noroshi.Tests.WeakLinks.Peers;

/// <summary>Dominators and betweenness beside igraph and networkx on random graphs; skipped, and said so, where Debian's packages are not installed.</summary>
public sealed class IgraphTests
{
    private const string Igraph = """
        import igraph, json, sys
        answers = []
        for n, edges in json.load(sys.stdin):
            g = igraph.Graph(n=n, edges=edges, directed=True)
            # What no way leads to is no number there.
            answers.append({"dom": [int(v) if v == v else -2 for v in g.dominator(0, mode="out")], "between": g.betweenness(directed=True)})
        print(json.dumps(answers))
        """;

    private const string Networkx = """
        import networkx, json, sys
        answers = []
        for n, edges in json.load(sys.stdin):
            g = networkx.DiGraph()
            g.add_nodes_from(range(n))
            g.add_edges_from(edges)
            tree = networkx.immediate_dominators(g, 0)
            between = networkx.betweenness_centrality(g, normalized=False)
            answers.append({"dom": [-1 if v == 0 else tree.get(v, -2) for v in range(n)], "between": [between[v] for v in range(n)]})
        print(json.dumps(answers))
        """;

    public static TheoryData<string, string> Peers => new() { { "igraph", Igraph }, { "networkx", Networkx } };

    [Theory]
    [MemberData(nameof(Peers))]
    public async Task Graphs_WhenAskedBesideAPeer_HaveTheSameDominatorsAndBetweenness(string peer, string script)
    {
        var graphs = Enumerable.Range(1, 60).Select(seed => DominatorTests.Graph(5 + (seed * 3), 5 + (seed * 3) + (seed * seed % 150), seed)).ToList();
        var answers = await AskAsync(peer, script, graphs);
        for (var place = 0; place < graphs.Count; place++)
        {
            var (graph, answer) = (graphs[place], answers[place]);
            DominatorTests.Dominators(graph, [0]).ShouldBe(answer.GetProperty("dom").EnumerateArray().Select(node => node.GetInt32()), $"graph {place}");
            var between = Betweenness.Of(graph, TestContext.Current.CancellationToken);
            foreach (var (node, theirs) in answer.GetProperty("between").EnumerateArray().Select((value, node) => (node, value.GetDouble())))
                between[node].ShouldBe(theirs, 1e-9 * Math.Max(1, theirs), $"graph {place}, node {node}");
        }
    }

    private static async Task<JsonElement[]> AskAsync(string peer, string script, List<LinkGraph> graphs)
    {
        const string Python = "/usr/bin/python3";
        Assert.SkipUnless(File.Exists(Python), "Debian's python3 is not installed.");
        using var process = Process.Start(new ProcessStartInfo(Python, ["-c", script]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        var said = process.StandardOutput.ReadToEndAsync();
        try
        {
            await process.StandardInput.WriteAsync(JsonSerializer.Serialize(graphs.Select(graph => new object[] { graph.NodeCount, Enumerable.Range(0, graph.NodeCount).SelectMany(node => graph.From(node).ToArray().Select(next => new[] { node, next })) })));
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it read, because its library is missing; its error says so below.
        }

        await process.WaitForExitAsync();
        Assert.SkipWhen((await error).Contains($"No module named '{peer}'", StringComparison.Ordinal), string.Create(CultureInfo.InvariantCulture, $"python3-{peer} is not installed."));
        process.ExitCode.ShouldBe(0, await error);
        return JsonDocument.Parse(await said).RootElement.EnumerateArray().ToArray();
    }
}
