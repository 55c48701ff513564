using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Noroshi.Contacts.Hotline;

/// <summary>Tells the hook what rings, one after the other.</summary>
internal sealed partial class HookSender(HookQueue queue, RingHook hook, SettingRecords settings, ILogger<HookSender> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var notice in queue.ReadAsync(stoppingToken))
        {
            try
            {
                if (await hook.TellAsync(await settings.ReadAsync(stoppingToken), notice, stoppingToken) is { } outcome) Told(log, notice.State, outcome);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Failed(log, failure);
            }
        }
    }

    [LoggerMessage(1, LogLevel.Information, "The hook was told that {State} rings: {Outcome}")]
    private static partial void Told(ILogger log, string state, string outcome);

    [LoggerMessage(2, LogLevel.Error, "The hook could not be told that the hotline rings")]
    private static partial void Failed(ILogger log, Exception failure);
}
