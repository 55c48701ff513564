using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Noroshi.Contracts;
using Noroshi.Federation;
using Noroshi.Shell.Audit;
using Noroshi.Storage;

namespace Noroshi.Contacts.Hotline;

/// <summary>Tests each quiet line once a day: the peer's node answers by itself.</summary>
internal sealed partial class LineTests(RecordStore store, IHotlineLine line, LineRecords lines, SettingRecords settings, TimeProvider clock, ILogger<LineTests> log) : BackgroundService
{
    private static readonly TimeSpan _every = TimeSpan.FromMinutes(1);

    /// <summary>Sends the tests that are due; how many.</summary>
    internal async Task<int> SendDueAsync(CancellationToken cancel)
    {
        var at = (await settings.ReadAsync(cancel)).TestAt;
        var known = (await lines.ListAsync(cancel)).ToDictionary(one => one.Peer, StringComparer.Ordinal);
        var now = clock.GetUtcNow();
        var sent = 0;
        foreach (var peer in await line.PeersAsync(cancel))
        {
            if (!peer.Active || !(known.GetValueOrDefault(peer.NodeId) ?? new LineState()).IsTestDue(now, at)) continue;
            try
            {
                await SendAsync(peer, "system", null, cancel);
                sent++;
            }
            catch (RefusalException refusal)
            {
                Refused(log, peer.NodeId, refusal.Message);
            }
        }

        return sent;
    }

    /// <summary>Sends one test now.</summary>
    /// <exception cref="RefusalException">The peer is not active, or the agreement does not allow tests.</exception>
    internal Task SendAsync(KnownPeer peer, string actor, string? organisation, CancellationToken cancel) => store.TransactAsync(
        async transaction =>
        {
            await transaction.LockAsync("hotline", cancel);
            var now = clock.GetUtcNow();
            var test = Guid.CreateVersion7(now).ToString("N");
            // A conversation of its own: a test must not wait behind anything that was said.
            await line.SendAsync(transaction, new OutgoingMessage(peer.NodeId, ReceiptContent.TestType, "test-" + test, ReceiptContent.Test(test), "TLP:CLEAR"), cancel);
            await LineRecords.SentAsync(transaction, peer.NodeId, test, now, cancel);
            await ActTrail.RecordAsync(transaction, new AuditEvent(now, "hotline.test", actor, organisation, "peer:" + peer.NodeId, true, new Dictionary<string, string> { ["state"] = peer.State }), cancel);
        },
        cancel);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await SendDueAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Failed(log, failure);
            }
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The line to {Peer} was not tested: {Why}")]
    private static partial void Refused(ILogger log, string peer, string why);

    [LoggerMessage(2, LogLevel.Error, "The lines of the hotline could not be tested; tried again in a minute")]
    private static partial void Failed(ILogger log, Exception failure);
}
