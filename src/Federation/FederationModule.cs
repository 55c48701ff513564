using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
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
    public override void AddServices(IServiceCollection services, NodeOptions options)
    {
        services.AddSingleton(provider => new PeerPost(provider.GetRequiredService<RecordStore>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new PeerDirectory(provider.GetRequiredService<RecordStore>()));
    }
}
