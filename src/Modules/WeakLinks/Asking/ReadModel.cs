using Noroshi.Storage;
using Noroshi.WeakLinks.Domain;
using Noroshi.WeakLinks.Features;
using Noroshi.WeakLinks.Reading;
using Noroshi.WeakLinks.Recorded;

namespace Noroshi.WeakLinks.Asking;

/// <summary>Reads the files of a model, draws the recorded figures that they name, and says what is asked.</summary>
internal static class ReadModel
{
    /// <exception cref="RefusalException">An option or a file is wrong, or a figure is not recorded.</exception>
    internal static async Task<ModelRequest> RunAsync(ModelAsk ask, FigureDesk desk, CancellationToken cancel)
    {
        if (ask.Worlds is < 1 or > 1_000_000_000) throw Refuse($"--worlds is {ask.Worlds}. Give a number from 1 to 1,000,000,000; 10000 is usual.");
        if (ask.Threads is < 1 or > 1024) throw Refuse($"--threads is {ask.Threads}. Give a number from 1 to 1024.");
        var (levels, traffic) = (new List<Wanted<MaturityAsk>>(), new List<Wanted<TrafficAsk>>());
        var nodes = NodesFile.Read(ask.Nodes, levels);
        var places = nodes.Select((node, place) => (node.Id, place)).ToDictionary(pair => pair.Id, pair => pair.place, StringComparer.Ordinal);
        var arcs = EdgesFile.Read(ask.Edges, places, RelationshipsFile.Declared(ask.Relationships), nodes, traffic);
        var drawn = false;
        if (levels.Count + traffic.Count > 0)
        {
            var fill = new FillFigures(await desk(new FiguresAsked([.. levels.Select(each => each.Ask.State).Distinct()], [.. traffic.Select(each => each.Ask).Distinct()], Projects: false), cancel));
            fill.Nodes(nodes, levels);
            fill.Arcs(arcs, traffic);
            drawn = fill.Exercise;
        }

        var values = ValuesFile.Read(ask.Values, places);
        var model = new LinkModel(nodes, arcs, Scenarios(ask, places), values);
        var declared = SusceptibilityScenario.All.FirstOrDefault(scenario => scenario.Name == ask.Susceptibility) ?? throw Refuse($"--susceptibility is '{ask.Susceptibility}'. Give low, mid or high.");
        return new ModelRequest(model, Viewpoint(ask.Viewpoint, values), declared, ask.Worlds, ask.Seed, ask.Threads) { Exercise = drawn };
    }

    private static List<EntryScenario> Scenarios(ModelAsk ask, Dictionary<string, int> nodes)
    {
        if (ask.Scenarios is not null && ask.Entry is not null) throw Refuse("--scenarios and --entry are both given. Give one of them.");
        if (ask.Scenarios is not null) return ScenariosFile.Read(ask.Scenarios, nodes);
        if (ask.Entry is null) throw Refuse("Where attempts begin is not said. Give --scenarios FILE, or --entry IDS for a single scenario.");
        if (!double.IsFinite(ask.Rate) || ask.Rate < 0) throw Refuse($"--rate is {ask.Rate}. Give attempts per year, 0 or more.");
        var ids = ask.Entry.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (ids.Length == 0) throw Refuse("--entry names no node. Give ids of nodes joined by semicolons.");
        return [new EntryScenario("entry", [.. ids.Select(id => nodes.TryGetValue(id, out var node) ? node : throw Refuse($"--entry names '{id}', which is not among the nodes. Add the node to the nodes file or correct the id.")).Distinct()], ask.Rate)];
    }

    private static string Viewpoint(string? named, Dictionary<string, double[]> values)
    {
        if (named is not null) return values.ContainsKey(named) ? named : throw Refuse($"--viewpoint is '{named}'; the values have {Names()}.");
        if (values.Count == 1) return values.Keys.Single();
        return values.ContainsKey("own") ? "own" : throw Refuse($"The values have several viewpoints ({Names()}). Say whose loss is counted with --viewpoint NAME.");

        string Names() => string.Join(", ", values.Keys.Order(StringComparer.Ordinal));
    }

    private static RefusalException Refuse(string message) => new(message, RefusalException.Input);
}
