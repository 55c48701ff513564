using Microsoft.Extensions.DependencyInjection;
using Noroshi.Contracts;
using Noroshi.Federation.Ui;
using Noroshi.Storage;

namespace Noroshi.Federation;

/// <summary>What the room needs, wired together.</summary>
internal static class FederationServices
{
    internal static void Add(IServiceCollection services)
    {
        services.AddSingleton<NodeKeys>();
        services.AddSingleton<PeerAddress>();
        services.AddSingleton<OwnDocument>();
        services.AddSingleton<OutboxBell>();
        services.AddSingleton<PeerRecords>();
        services.AddSingleton<PeerBook>();
        services.AddSingleton<PeerLines>();
        services.AddSingleton<Introductions>();
        services.AddSingleton<PeerDesk>();
        services.AddSingleton<OutboxRecords>();
        services.AddSingleton<Inbox>();
        services.AddSingleton<Ledger.LedgerExchange>();
        services.AddSingleton<PeerDoor>();
        services.AddSingleton(provider => new PeerDirectory(provider.GetRequiredService<PeerRecords>()));
        services.AddSingleton(provider => new PeerPost(
            provider.GetRequiredService<RecordStore>(), provider.GetRequiredService<NodeKeys>(), provider.GetRequiredService<OwnDocument>(), provider.GetRequiredService<OutboxBell>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ITodaySource, PeersToday>();
        services.AddSingleton<PeerListener>();
        services.AddHostedService(provider => provider.GetRequiredService<PeerListener>());
        services.AddHostedService<Courier>();
    }
}
