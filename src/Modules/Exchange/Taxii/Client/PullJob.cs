using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Noroshi.Exchange.Taxii;

/// <summary>Pulls each source when it is due, one after the other; one that fails waits longer each time and delays no other.</summary>
internal sealed partial class PullJob(SourceRecords sources, PullCollection pull, TimeProvider clock, ILogger<PullJob> log) : BackgroundService
{
    private static readonly TimeSpan _look = TimeSpan.FromSeconds(30);

    /// <summary>Pulls what is due now.</summary>
    public async Task RunDueAsync(CancellationToken cancel)
    {
        foreach (var source in await sources.ListAsync(cancel).ConfigureAwait(false))
        {
            if (source.DueAt is not { } due || due > clock.GetUtcNow()) continue;
            try
            {
                await pull.RunAsync(source, source.Token, cancel).ConfigureAwait(false);
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                LogFailed(failed, source.Id);
                await sources.NoteAsync(source.Id, "An error on this side: " + failed.GetType().Name, cancel).ConfigureAwait(false);
            }
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunDueAsync(stoppingToken).ConfigureAwait(false);
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                LogFailed(failed, "all sources");
            }

            await Task.Delay(_look, clock, stoppingToken).ConfigureAwait(false);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Pulling from {Source} failed.")]
    private partial void LogFailed(Exception failed, string source);
}
