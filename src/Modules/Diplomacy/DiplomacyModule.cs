using System.CommandLine;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Diplomacy.Ui;
using Noroshi.Diplomacy.Votes;
using Noroshi.Diplomacy.Votes.Api;
using Noroshi.Diplomacy.Votes.Features;
using Noroshi.Diplomacy.Votes.Ui;
using Noroshi.Shell;
using Noroshi.Storage;

namespace Noroshi.Diplomacy;

/// <summary>Where states stand: so far how they vote.</summary>
public sealed class DiplomacyModule : NoroshiModule
{
    /// <inheritdoc/>
    public override string Name => "diplomacy";

    /// <inheritdoc/>
    public override IReadOnlyList<NavigationEntry> Navigation { get; } = [.. VotesNavigation.Entries()];

    /// <inheritdoc/>
    public override Type? ActNames => typeof(ActNames);

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, NodeOptions options) => VotesServices.Add(services);

    /// <inheritdoc/>
    public override void MapEndpoints(IEndpointRouteBuilder api) => VotesApi.Map(api);

    /// <inheritdoc/>
    public override IEnumerable<Command> Commands(CommandHost host) => [VotesCommand.Create(host)];
}
