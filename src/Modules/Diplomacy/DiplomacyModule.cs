using System.CommandLine;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Diplomacy.Brief;
using Noroshi.Diplomacy.Features;
using Noroshi.Diplomacy.Ui;
using Noroshi.Shell;
using Noroshi.Storage;

namespace Noroshi.Diplomacy;

/// <summary>Where states stand: how they vote, and everything the node knows about one of them in a brief before a meeting.</summary>
public sealed class DiplomacyModule : NoroshiModule
{
    /// <inheritdoc/>
    public override string Name => "diplomacy";

    /// <inheritdoc/>
    public override IReadOnlyList<NavigationEntry> Navigation { get; } = [.. BriefNavigation.Entries()];

    /// <inheritdoc/>
    public override Type? ActNames => typeof(ActNames);

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, ControlVerb> ControlVerbs { get; } = new Dictionary<string, ControlVerb>
    {
        [BriefVerb.Name] = BriefVerb.RunAsync,
    };

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, NodeOptions options)
    {
        BriefServices.Add(services);
    }

    /// <inheritdoc/>
    public override void MapEndpoints(IEndpointRouteBuilder api)
    {
        BriefApi.Map(api);
    }

    /// <inheritdoc/>
    public override IEnumerable<Command> Commands(CommandHost host) => [VotesCommand.Create(host), BriefVerb.Create(host)];
}
