using Microsoft.Extensions.DependencyInjection;
using Noroshi.Storage;
using Noroshi.Storage.Backups;

namespace Noroshi.Federation.Ledger;

/// <summary>Registers the ledger: one tree, one key, one signer in a process.</summary>
internal static class LedgerServices
{
    internal static void Add(IServiceCollection services)
    {
        services.AddSingleton<LedgerFolder>();
        services.AddSingleton(provider => new TileFiles(provider.GetRequiredService<LedgerFolder>().Path));
        services.AddSingleton<TileSource>();
        services.AddSingleton<TreeKeeper>();
        // The key is made when something is first signed, not by a verb that only looks.
        services.AddSingleton(provider => new Lazy<LedgerKey>(() => LedgerKey.Open(provider.GetRequiredService<LedgerFolder>().Path, provider.GetRequiredService<NodeOptions>().State)));
        services.AddSingleton<CheckpointRecords>();
        services.AddSingleton<Witnesses>();
        services.AddSingleton<PeerLedgers>();
        services.AddSingleton<NodeLedger>();
        services.AddSingleton<LedgerCheck>();
        services.AddSingleton<ProveLeaf>();
        services.AddSingleton<IBackupPart, LedgerBackup>();
        services.AddHostedService<LedgerService>();
    }
}
