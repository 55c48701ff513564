using System.CommandLine;
using System.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Shell.ReferenceData;
using Noroshi.Storage;

namespace Noroshi.Shell;

/// <summary>The door of a module: its name, what it needs, and what it adds to the node. Inert until the node calls it.</summary>
public abstract class NoroshiModule
{
    /// <summary>Lower-case name, used by <c>--only</c>, in routes (<c>/api/v1/&lt;name&gt;</c>) and as migration scope.</summary>
    public abstract string Name { get; }

    /// <summary>Names of modules started with this one.</summary>
    public virtual IReadOnlyList<string> Needs => [];

    /// <summary>Numbered SQL migrations of this module's own tables, embedded as <c>*/Migrations/0001_*.sql</c>.</summary>
    public virtual Assembly? MigrationsAssembly => null;

    /// <summary>Entries of the side navigation, in order.</summary>
    public virtual IReadOnlyList<NavigationEntry> Navigation => [];

    /// <summary>A component that stands above every page, whoever looks; it shows nothing to those it does not concern. Null where the module has none.</summary>
    public virtual Type? LayoutPart => null;

    /// <summary>The resources that name this module's acts in the audit log, by act (<c>ActNames.resx</c>); null where it records none.</summary>
    public virtual Type? ActNames => null;

    /// <summary>Registers services; called for serving and for verbs that need the store.</summary>
    public virtual void AddServices(IServiceCollection services, NodeOptions options)
    {
    }

    /// <summary>Maps the JSON API below <c>/api/v1/&lt;name&gt;</c>. Razor pages are found by route in the module's assembly.</summary>
    public virtual void MapEndpoints(IEndpointRouteBuilder api)
    {
    }

    /// <summary>Maps what must stand at an address of its own, such as <c>/.well-known/…</c>; nothing else belongs here.</summary>
    public virtual void MapRoot(IEndpointRouteBuilder root)
    {
    }

    /// <summary>The verbs this module adds to the command line. Must cost nothing until a verb runs.</summary>
    public virtual IEnumerable<Command> Commands(CommandHost host) => [];

    /// <summary>Verbs that run inside the serving node when there is one, by name (<c>peer.add</c>); see <see cref="CommandHost.AskAsync"/>.</summary>
    public virtual IReadOnlyDictionary<string, ControlVerb> ControlVerbs { get; } = new Dictionary<string, ControlVerb>();

    /// <summary>What this module asks of its own tables of the reference data beyond their schemas; part of <c>data check</c>.</summary>
    public virtual IEnumerable<Finding> CheckData(ReferenceTables tables) => [];

    /// <summary>
    /// Puts this module's part of the exercise on a running node: invented content only, through the same ways as real content.
    /// Calling it again adds nothing.
    /// </summary>
    public virtual Task<ExerciseOutcome> StageExerciseAsync(ExerciseStage stage, CancellationToken cancel) => Task.FromResult(new ExerciseOutcome(0, 0, 0));
}
