using System.CommandLine;
using Noroshi.Storage;
using Noroshi.WeakLinks.Domain;
using Noroshi.WeakLinks.Reading;

namespace Noroshi.WeakLinks.Features;

/// <summary>The options that all verbs of the room share, and what they ask for.</summary>
internal sealed class ModelOptions
{
    private readonly Option<string> _nodes = new("--nodes") { Description = "Nodes: id,owner,sector,m,low,high (or s in place of m).", Required = true, HelpName = "FILE" };
    private readonly Option<string> _edges = new("--edges") { Description = "Edges: from,to,class,q,source (or hits,exposure in place of q).", Required = true, HelpName = "FILE" };
    private readonly Option<string?> _relationships = new("--relationship-q") { Description = "Where the edges are CAIDA's relationships of autonomous systems: how easily each direction carries, for example customer=0.3,provider=0.1,peer=0.05.", HelpName = "N,N,N" };
    private readonly Option<string> _values = new("--values") { Description = "Values: id,value[,viewpoint], in million USD per compromise.", Required = true, HelpName = "FILE" };
    private readonly Option<string> _scenarios = new("--scenarios") { Description = "Scenarios: id,entry,rate; entries joined by semicolons, attempts per year.", HelpName = "FILE" };
    private readonly Option<string> _entry = new("--entry") { Description = "In place of a file: one scenario with these entries, joined by semicolons.", HelpName = "IDS" };
    private readonly Option<double> _rate = new("--rate") { Description = "Attempts per year of --entry (1).", DefaultValueFactory = _ => 1 };
    private readonly Option<string> _viewpoint = new("--viewpoint") { Description = "Whose loss is counted: a viewpoint of the values.", HelpName = "NAME" };
    private readonly Option<string> _susceptibility = new("--susceptibility") { Description = "How maturity becomes susceptibility: the declared scenario low, mid or high (mid).", HelpName = "low|mid|high", DefaultValueFactory = _ => "mid" };
    private readonly Option<long> _worlds;
    private readonly Option<ulong> _seed = new("--seed") { Description = "Begins the chance; the same seed gives the same answer (1).", DefaultValueFactory = _ => 1 };
    private readonly Option<int> _threads = new("--threads") { Description = "Threads; they change the time, never the answer.", DefaultValueFactory = _ => Environment.ProcessorCount };
    private readonly Option<bool> _json = new("--json") { Description = "Write the result as one JSON object." };

    internal ModelOptions(long worlds)
    {
        _worlds = new Option<long>("--worlds") { Description = $"Sampled worlds ({worlds}).", DefaultValueFactory = _ => worlds };
        _susceptibility.AcceptOnlyFromAmong("low", "mid", "high");
    }

    /// <summary>Adds them to a verb; without --json where the verb has it of its own.</summary>
    internal void AddTo(Command verb, bool withJson = true)
    {
        foreach (var option in (Option[])[_nodes, _edges, _relationships, _values, _scenarios, _entry, _rate, _viewpoint, _susceptibility, _worlds, _seed, _threads]) verb.Add(option);
        if (withJson) verb.Add(_json);
    }

    /// <summary>Reads the files and says what is asked.</summary>
    /// <exception cref="RefusalException">An option or a file is wrong.</exception>
    internal ModelRequest Read(ParseResult asked)
    {
        var (worlds, threads) = (asked.GetValue(_worlds), asked.GetValue(_threads));
        if (worlds is < 1 or > 1_000_000_000) throw Refuse($"--worlds is {worlds}. Give a number from 1 to 1,000,000,000; 10000 is usual.");
        if (threads is < 1 or > 1024) throw Refuse($"--threads is {threads}. Give a number from 1 to 1024.");
        var nodes = NodesFile.Read(asked.GetRequiredValue(_nodes));
        var places = nodes.Select((node, place) => (node.Id, place)).ToDictionary(pair => pair.Id, pair => pair.place, StringComparer.Ordinal);
        var arcs = EdgesFile.Read(asked.GetRequiredValue(_edges), places, RelationshipsFile.Declared(asked.GetValue(_relationships)));
        var values = ValuesFile.Read(asked.GetRequiredValue(_values), places);
        var model = new LinkModel(nodes, arcs, Scenarios(asked, places), values);
        var declared = SusceptibilityScenario.All.Single(scenario => scenario.Name == asked.GetValue(_susceptibility));
        return new ModelRequest(model, Viewpoint(asked.GetValue(_viewpoint), values), declared, worlds, asked.GetValue(_seed), threads);
    }

    internal bool IsJson(ParseResult asked) => asked.GetValue(_json);

    /// <summary>The files of the model as they were named, with what they are.</summary>
    internal IEnumerable<(string Role, string Path)> Files(ParseResult asked)
    {
        yield return ("nodes", asked.GetRequiredValue(_nodes));
        yield return ("edges", asked.GetRequiredValue(_edges));
        yield return ("values", asked.GetRequiredValue(_values));
        if (asked.GetValue(_scenarios) is { } scenarios) yield return ("scenarios", scenarios);
    }

    private List<EntryScenario> Scenarios(ParseResult asked, Dictionary<string, int> nodes)
    {
        var (file, entry, rate) = (asked.GetValue(_scenarios), asked.GetValue(_entry), asked.GetValue(_rate));
        if (file is not null && entry is not null) throw Refuse("--scenarios and --entry are both given. Give one of them.");
        if (file is not null) return ScenariosFile.Read(file, nodes);
        if (entry is null) throw Refuse("Where attempts begin is not said. Give --scenarios FILE, or --entry IDS for a single scenario.");
        if (!double.IsFinite(rate) || rate < 0) throw Refuse($"--rate is {rate}. Give attempts per year, 0 or more.");
        var ids = entry.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (ids.Length == 0) throw Refuse("--entry names no node. Give ids of nodes joined by semicolons.");
        return [new EntryScenario("entry", [.. ids.Select(id => nodes.TryGetValue(id, out var node) ? node : throw Refuse($"--entry names '{id}', which is not among the nodes. Add the node to the nodes file or correct the id.")).Distinct()], rate)];
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
