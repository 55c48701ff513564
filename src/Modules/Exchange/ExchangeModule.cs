using System.CommandLine;
using System.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Exchange.Api;
using Noroshi.Exchange.Exercise;
using Noroshi.Exchange.Features;
using Noroshi.Exchange.Taxii;
using Noroshi.Exchange.Ui;
using Noroshi.Shell;
using Noroshi.Storage;

namespace Noroshi.Exchange;

/// <summary>Indicators in and out, under rules: STIX files, collections, and the TAXII 2.1 server.</summary>
public sealed class ExchangeModule : NoroshiModule
{
    /// <inheritdoc/>
    public override string Name => "exchange";

    /// <inheritdoc/>
    public override Assembly? MigrationsAssembly => typeof(ExchangeModule).Assembly;

    /// <inheritdoc/>
    public override IReadOnlyList<NavigationEntry> Navigation => ExchangeLabels.Navigation;

    /// <inheritdoc/>
    public override Type? ActNames => typeof(ActNames);

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, ControlVerb> ControlVerbs { get; } = new Dictionary<string, ControlVerb>
    {
        [PullVerb.Name] = PullVerb.RunAsync,
        [PushVerb.Name] = PushVerb.RunAsync,
    };

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, NodeOptions options) => ExchangeServices.Add(services);

    /// <inheritdoc/>
    public override void MapEndpoints(IEndpointRouteBuilder api) => ExchangeApi.Map(api);

    /// <inheritdoc/>
    public override void MapRoot(IEndpointRouteBuilder root) => TaxiiServer.Map(root);

    /// <inheritdoc/>
    public override IEnumerable<Command> Commands(CommandHost host) => [StixCommand.Create(host), TaxiiCommand.Create(host)];

    /// <inheritdoc/>
    public override Task<ExerciseOutcome> StageExerciseAsync(ExerciseStage stage, CancellationToken cancel) => StageExchange.RunAsync(stage, cancel);
}
