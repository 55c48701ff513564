using System.CommandLine;
using System.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Diplomacy.Desk;
using Noroshi.Diplomacy.Desk.Exercise;
using Noroshi.Diplomacy.Desk.Features;
using Noroshi.Diplomacy.Desk.Ui;
using Noroshi.Diplomacy.Features;
using Noroshi.Diplomacy.Ui;
using Noroshi.Shell;
using Noroshi.Storage;

namespace Noroshi.Diplomacy;

/// <summary>Where states stand, what they promised and how they vote.</summary>
public sealed class DiplomacyModule : NoroshiModule
{
    /// <inheritdoc/>
    public override string Name => "diplomacy";

    /// <inheritdoc/>
    public override IReadOnlyList<NavigationEntry> Navigation { get; } = [.. DeskNavigation.Entries()];

    /// <inheritdoc/>
    public override Assembly? MigrationsAssembly => typeof(DiplomacyModule).Assembly;

    /// <inheritdoc/>
    public override Type? ActNames => typeof(ActNames);

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, ControlVerb> ControlVerbs { get; } = DeskVerbs.All;

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, NodeOptions options) => DeskServices.Add(services);

    /// <inheritdoc/>
    public override void MapEndpoints(IEndpointRouteBuilder api) => DeskApi.Map(api);

    /// <inheritdoc/>
    public override IEnumerable<Command> Commands(CommandHost host) => [VotesCommand.Create(host), .. DeskCommands.All(host)];

    /// <inheritdoc/>
    public override Task<ExerciseOutcome> StageExerciseAsync(ExerciseStage stage, CancellationToken cancel) => StageDesk.RunAsync(stage, cancel);
}
