using System.CommandLine;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Contracts;
using Noroshi.Shell;
using Noroshi.Storage;
using Noroshi.WeakLinks.Api;
using Noroshi.WeakLinks.Exercise;
using Noroshi.WeakLinks.Features;
using Noroshi.WeakLinks.Recorded;
using Noroshi.WeakLinks.Studies;
using Noroshi.WeakLinks.Ui;

namespace Noroshi.WeakLinks;

/// <summary>Where the chain breaks, and what mending is worth.</summary>
public sealed class WeakLinksModule : NoroshiModule
{
    /// <inheritdoc/>
    public override string Name => "weaklinks";

    /// <inheritdoc/>
    public override IReadOnlyList<NavigationEntry> Navigation { get; } = WeakLinksNavigation.Entries();

    /// <inheritdoc/>
    public override Type? ActNames => typeof(ActNames);

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, ControlVerb> ControlVerbs { get; } = KeepStudies.Verbs.Concat(AskRecords.Verbs).ToDictionary();

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, NodeOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        services.AddSingleton(new StudyStore(options.DataDirectory));
        services.AddSingleton<KeepStudies>();
        services.AddSingleton<AskRecords>();
        services.AddSingleton(new OrderFolder(options.DataDirectory));
        services.AddSingleton<StudyQueue>();
        services.AddSingleton<OrderStudy>();
        services.AddHostedService<StudyWorker>();
        services.AddSingleton<IPaletteSource, StudiesPalette>();
        services.AddSingleton<IStateProfileSource, WeakLinksOfState>();
    }

    /// <inheritdoc/>
    public override void MapEndpoints(IEndpointRouteBuilder api)
    {
        StudiesApi.Map(api);
        OrdersApi.Map(api);
    }

    /// <inheritdoc/>
    public override IEnumerable<Command> Commands(CommandHost host) => [WeakLinksCommand.Create(host)];

    /// <inheritdoc/>
    public override Task<ExerciseOutcome> StageExerciseAsync(ExerciseStage stage, CancellationToken cancel) => StageWeakLinks.RunAsync(stage, cancel);
}
