using System.CommandLine;
using System.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
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
        new("/ledger", () => LedgerText.Title, LedgerApi.Readers, 900),
    ];

    /// <inheritdoc/>
    public override Type? ActNames => typeof(ActNames);

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, NodeOptions options)
    {
        LedgerServices.Add(services);
    }

    /// <inheritdoc/>
    public override void MapEndpoints(IEndpointRouteBuilder api) => LedgerApi.Map(api);

    /// <inheritdoc/>
    public override IEnumerable<Command> Commands(CommandHost host) => [LedgerCommand.Create(host)];

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, ControlVerb> ControlVerbs { get; } = LedgerVerbs.All;
}
