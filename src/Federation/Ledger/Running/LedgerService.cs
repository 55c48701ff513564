using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Noroshi.Storage;

namespace Noroshi.Federation.Ledger;

/// <summary>Keeps the tree close behind the audit log while the node serves, and signs from time to time what was recorded.</summary>
internal sealed class LedgerService(NodeLedger ledger, TimeProvider clock, ILogger<LedgerService> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan BetweenCheckpoints = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The node answers first; a tree that has far to grow would hold its start up.
        await Task.Yield();
        using var timer = new PeriodicTimer(Pause, clock);
        var signedAt = DateTimeOffset.MinValue;
        do
        {
            try
            {
                var now = clock.GetUtcNow();
                if (now - signedAt < BetweenCheckpoints)
                {
                    await ledger.TreeAsync(stoppingToken);
                    continue;
                }

                await ledger.CheckpointAsync(stoppingToken);
                signedAt = now;
            }
            catch (LedgerRefusedException)
            {
                // The ledger has said so itself, in the log and on its page; the node goes on with everything else.
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or RecordStoreException or System.Data.Common.DbException)
            {
                log.LogError(failure, "The ledger could not grow; it tries again");
            }
        }
        while (await WaitAsync(timer, stoppingToken));
    }

    private static async Task<bool> WaitAsync(PeriodicTimer timer, CancellationToken cancel)
    {
        try
        {
            return await timer.WaitForNextTickAsync(cancel);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
