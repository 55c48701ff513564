using System.CommandLine;
using Noroshi.Capacity.Iati.Features;
using Noroshi.Capacity.Registry;
using Noroshi.Shell;

namespace Noroshi.Capacity.Iati;

/// <summary>The verbs of the room, to stand below <c>noroshi capacity</c>.</summary>
internal static class IatiCommands
{
    /// <summary><c>noroshi capacity</c>.</summary>
    internal static Command Parent(CommandHost host)
    {
        var parent = new Command("capacity", "Capacity building: projects, needs, overlaps, and files of the IATI standard.");
        foreach (var verb in All(host)) parent.Add(verb);
        return parent;
    }

    internal static IEnumerable<Command> All(CommandHost host) => [ValidateVerb.Create(host), ImportVerb.Create(host), ExportVerb.Create(host), .. ListVerbs.All(host)];

    /// <summary>Those that run where the data are, by name.</summary>
    internal static IReadOnlyDictionary<string, ControlVerb> Controlled { get; } = new Dictionary<string, ControlVerb>
    {
        [ImportVerb.Name] = ImportVerb.RunAsync,
        [ImportVerb.KeptName] = ImportVerb.KeptAsync,
        [ExportVerb.Name] = ExportVerb.RunAsync,
        [ListVerbs.Projects] = ListVerbs.ProjectsAsync,
        [ListVerbs.Needs] = ListVerbs.NeedsAsync,
        [ListVerbs.Overlaps] = ListVerbs.OverlapsAsync,
    };
}
