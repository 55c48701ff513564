using System.CommandLine;
using System.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Capacity.Assessments;
using Noroshi.Capacity.Exercise;
using Noroshi.Capacity.Iati;
using Noroshi.Capacity.Ui;
using Noroshi.Shell;
using Noroshi.Shell.ReferenceData;
using Noroshi.Storage;

namespace Noroshi.Capacity;

/// <summary>Assessments, needs, projects and their results, in the standard the donors use.</summary>
public sealed class CapacityModule : NoroshiModule
{
    /// <inheritdoc/>
    public override string Name => "capacity";

    /// <inheritdoc/>
    public override IReadOnlyList<NavigationEntry> Navigation { get; } = CapacityNavigation.Entries();

    /// <inheritdoc/>
    public override Type? ActNames => typeof(ActNames);

    /// <inheritdoc/>
    public override Assembly? MigrationsAssembly => typeof(CapacityModule).Assembly;

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, ControlVerb> ControlVerbs => IatiCommands.Controlled;

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, NodeOptions options) => CapacityServices.Add(services);

    /// <inheritdoc/>
    public override void MapEndpoints(IEndpointRouteBuilder api) => CapacityApi.Map(api);

    /// <inheritdoc/>
    public override IEnumerable<Command> Commands(CommandHost host) => [IatiCommands.Parent(host)];

    /// <inheritdoc/>
    public override IEnumerable<Finding> CheckData(ReferenceTables tables) => LibraryCheck.Findings(tables);

    /// <inheritdoc/>
    public override Task<ExerciseOutcome> StageExerciseAsync(ExerciseStage stage, CancellationToken cancel) => StageRegistry.RunAsync(stage, cancel);
}
