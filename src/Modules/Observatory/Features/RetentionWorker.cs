using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Noroshi.Observatory.Store;

namespace Noroshi.Observatory.Features;

/// <summary>Thins out and forgets what has aged, once a day and once after the start.</summary>
internal sealed class RetentionWorker(IObservationStore store, ViewCache cache, TimeProvider clock, ILogger<RetentionWorker> log) : BackgroundService
{
    private static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Every = TimeSpan.FromHours(24);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Not at once: a node that was just started should answer first.
        await Task.Delay(AfterStart, clock, stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var removed = await store.ApplyRetentionAsync(clock.GetUtcNow(), stoppingToken);
                if (removed > 0) cache.Renew();
                log.LogInformation("Retention removed {Rows} rows", removed);
            }
            catch (IOException failure)
            {
                log.LogError(failure, "Retention failed; it is tried again in {Hours} h", Every.TotalHours);
            }

            await Task.Delay(Every, clock, stoppingToken);
        }
    }
}
