using System.CommandLine;
using Noroshi.Shell;
using Noroshi.Storage;
using Noroshi.WeakLinks.Asking;
using Noroshi.WeakLinks.Recorded;

namespace Noroshi.WeakLinks.Features;

/// <summary>The options that all verbs of the room share.</summary>
internal sealed class ModelOptions
{
    private readonly Option<string> _nodes = new("--nodes") { Description = "Nodes: id,owner,sector,m,low,high (or s in place of m; m may name a recorded level, CMM-2021/D1.2).", Required = true, HelpName = "FILE" };
    private readonly Option<string> _edges = new("--edges") { Description = "Edges: from,to,class,q,source (or hits,exposure in place of q; q may be observed/90).", Required = true, HelpName = "FILE" };
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

    internal ModelOptions(long worlds)
    {
        _worlds = new Option<long>("--worlds") { Description = $"Sampled worlds ({worlds}).", DefaultValueFactory = _ => worlds };
        _susceptibility.AcceptOnlyFromAmong("low", "mid", "high");
    }

    internal void AddTo(Command verb)
    {
        foreach (var option in (Option[])[_nodes, _edges, _relationships, _values, _scenarios, _entry, _rate, _viewpoint, _susceptibility, _worlds, _seed, _threads]) verb.Add(option);
    }

    /// <summary>What was asked for.</summary>
    internal ModelAsk Read(ParseResult asked) => new(asked.GetRequiredValue(_nodes), asked.GetRequiredValue(_edges), asked.GetRequiredValue(_values))
    {
        Relationships = asked.GetValue(_relationships),
        Scenarios = asked.GetValue(_scenarios),
        Entry = asked.GetValue(_entry),
        Rate = asked.GetValue(_rate),
        Viewpoint = asked.GetValue(_viewpoint),
        Susceptibility = asked.GetRequiredValue(_susceptibility),
        Worlds = asked.GetValue(_worlds),
        Seed = asked.GetValue(_seed),
        Threads = asked.GetValue(_threads),
    };

    /// <summary>Asks the records where the data are: of the serving node, else of the folder. A folder is opened only when a file asks.</summary>
    internal static FigureDesk Desk(CommandHost host, NodeOptions folder) => (asked, cancel) => host.AskAsync<FiguresFound>(folder, AskRecords.Verb, asked, cancel);
}
