using System.CommandLine;
using System.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Observatory.Api;
using Noroshi.Observatory.Exercise;
using Noroshi.Observatory.Features;
using Noroshi.Observatory.Ui;
using Noroshi.Shell;
using Noroshi.Storage;

namespace Noroshi.Observatory;

/// <summary>What attacks whom, from where, through whom.</summary>
public sealed class ObservatoryModule : NoroshiModule
{
    /// <inheritdoc/>
    public override string Name => "observatory";

    /// <inheritdoc/>
    public override Assembly? MigrationsAssembly => typeof(ObservatoryModule).Assembly;

    /// <inheritdoc/>
    public override IReadOnlyList<NavigationEntry> Navigation { get; } = RoomNavigation.Entries();

    /// <inheritdoc/>
    public override Type? ActNames => typeof(ActNames);

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, NodeOptions options) => ObservatoryServices.Add(services, options);

    /// <inheritdoc/>
    public override void MapEndpoints(IEndpointRouteBuilder api) => ObservatoryApi.Map(api);

    /// <inheritdoc/>
    public override IEnumerable<Command> Commands(CommandHost host) => [ObserveCommand.Create(host)];

    /// <inheritdoc/>
    public override Task<ExerciseOutcome> StageExerciseAsync(ExerciseStage stage, CancellationToken cancel) => StageObservatory.RunAsync(stage, cancel);
}
