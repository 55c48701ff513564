using System.CommandLine;
using System.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Contracts;
using Noroshi.Federation.Ledger;
using Noroshi.Federation.Ui;
using Noroshi.Federation.Ui.Ledger;
using Noroshi.Shell;
using Noroshi.Storage;

namespace Noroshi.Federation;

/// <summary>Trust between nodes of states: identity, peers, signed delivery, and the ledger both sides can check.</summary>
public sealed class FederationModule : NoroshiModule
{
    /// <inheritdoc/>
    public override string Name => "federation";

    /// <inheritdoc/>
    public override Assembly? MigrationsAssembly => typeof(FederationModule).Assembly;

    /// <inheritdoc/>
    public override IReadOnlyList<NavigationEntry> Navigation { get; } =
    [
        new("/peers", () => FederationText.Peers, [Role.Diplomat, Role.Auditor, Role.Administrator], 890),
        new("/ledger", () => LedgerText.Title, LedgerApi.Readers, 900),
    ];

    /// <inheritdoc/>
    public override Type? ActNames => typeof(ActNames);

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, ControlVerb> ControlVerbs { get; } =
        PeerVerbs.All.Concat(LedgerVerbs.All).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, NodeOptions options)
    {
        FederationServices.Add(services);
        LedgerServices.Add(services);
    }

    /// <inheritdoc/>
    public override void MapEndpoints(IEndpointRouteBuilder api)
    {
        PeerApi.Map(api);
        LedgerApi.Map(api);
    }

    /// <inheritdoc/>
    public override void MapRoot(IEndpointRouteBuilder root) => PeerApi.MapDescription(root);

    /// <inheritdoc/>
    public override IEnumerable<Command> Commands(CommandHost host) => [PeerCommand.Create(host), LedgerCommand.Create(host)];
}
