using System.CommandLine;
using System.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Law.Exercise;
using Noroshi.Law.Features;
using Noroshi.Law.Reading;
using Noroshi.Law.Ui;
using Noroshi.Shell;
using Noroshi.Shell.ReferenceData;
using Noroshi.Storage;

namespace Noroshi.Law;

/// <summary>Who is bound by what on a date, and which provision lets one state ask another.</summary>
public sealed class LawModule : NoroshiModule
{
    /// <inheritdoc/>
    public override string Name => "law";

    /// <inheritdoc/>
    public override IReadOnlyList<NavigationEntry> Navigation { get; } = RoomNavigation.Entries();

    /// <inheritdoc/>
    public override Assembly? MigrationsAssembly => typeof(LawModule).Assembly;

    /// <inheritdoc/>
    public override Type? ActNames => typeof(ActNames);

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, NodeOptions options) => LawServices.Add(services);

    /// <inheritdoc/>
    public override IEnumerable<Finding> CheckData(ReferenceTables tables) => LawCheck.Findings(tables);

    /// <inheritdoc/>
    public override IEnumerable<Command> Commands(CommandHost host) => [LawCommand.Create(host)];

    /// <inheritdoc/>
    public override void MapEndpoints(IEndpointRouteBuilder api) => LawApi.Map(api);

    /// <inheritdoc/>
    public override Task<ExerciseOutcome> StageExerciseAsync(ExerciseStage stage, CancellationToken cancel) => StageNorms.RunAsync(stage, cancel);
}
