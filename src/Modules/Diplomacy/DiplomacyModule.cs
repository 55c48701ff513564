using System.CommandLine;
using System.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Diplomacy.Brief;
using Noroshi.Diplomacy.Desk;
using Noroshi.Diplomacy.Desk.Exercise;
using Noroshi.Diplomacy.Desk.Features;
using Noroshi.Diplomacy.Desk.Ui;
using Noroshi.Diplomacy.Ui;
using Noroshi.Diplomacy.Votes;
using Noroshi.Diplomacy.Votes.Api;
using Noroshi.Diplomacy.Votes.Features;
using Noroshi.Diplomacy.Votes.Ui;
using Noroshi.Shell;
using Noroshi.Storage;

namespace Noroshi.Diplomacy;

/// <summary>Where states stand, what they promised, how they vote, and all of it in a brief before a meeting.</summary>
public sealed class DiplomacyModule : NoroshiModule
{
    /// <inheritdoc/>
    public override string Name => "diplomacy";

    /// <inheritdoc/>
    public override IReadOnlyList<NavigationEntry> Navigation { get; } = [.. DeskNavigation.Entries(), .. BriefNavigation.Entries(), .. VotesNavigation.Entries()];

    /// <inheritdoc/>
    public override Assembly? MigrationsAssembly => typeof(DiplomacyModule).Assembly;

    /// <inheritdoc/>
    public override Type? ActNames => typeof(ActNames);

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, ControlVerb> ControlVerbs { get; } = new Dictionary<string, ControlVerb>(DeskVerbs.All) { [BriefVerb.Name] = BriefVerb.RunAsync };

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, NodeOptions options)
    {
        DeskServices.Add(services);
        BriefServices.Add(services);
        VotesServices.Add(services);
    }

    /// <inheritdoc/>
    public override void MapEndpoints(IEndpointRouteBuilder api)
    {
        DeskApi.Map(api);
        BriefApi.Map(api);
        VotesApi.Map(api);
    }

    /// <inheritdoc/>
    public override IEnumerable<Command> Commands(CommandHost host) => [VotesCommand.Create(host), .. DeskCommands.All(host), BriefVerb.Create(host)];

    /// <inheritdoc/>
    public override Task<ExerciseOutcome> StageExerciseAsync(ExerciseStage stage, CancellationToken cancel) => StageDesk.RunAsync(stage, cancel);
}
