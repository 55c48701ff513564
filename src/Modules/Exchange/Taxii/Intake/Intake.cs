using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Noroshi.Exchange.Store;

namespace Noroshi.Exchange.Taxii;

/// <summary>Takes in what large envelopes hold, a part at a time; what a stop left is found again at the start.</summary>
internal sealed partial class Intake(BatchRecords batches, ExchangeDirectory directory, IntakeBell bell, ILogger<Intake> log) : BackgroundService
{
    private static readonly TimeSpan _look = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                foreach (var id in await batches.WaitingAsync(stoppingToken).ConfigureAwait(false))
                    await batches.FinishAsync(id, async (number, cancel) => (await directory.BookAsync(cancel).ConfigureAwait(false)).Any(number), stoppingToken).ConfigureAwait(false);
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                LogFailed(failed);
            }

            await bell.WaitAsync(_look, stoppingToken).ConfigureAwait(false);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Envelopes that wait could not be taken in; they wait on.")]
    private partial void LogFailed(Exception failed);
}
