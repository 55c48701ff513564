using System.Globalization;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Noroshi.Contracts;
using Noroshi.Shell.Audit;
using Noroshi.Storage;

namespace Noroshi.Contacts.Hotline;

/// <summary>Climbs the ladder for what nobody acknowledges, rung by rung, each recorded.</summary>
internal sealed partial class EscalationClock(RecordStore store, RingRecords rings, SettingRecords settings, HotlineBell bell, HookQueue hook, TimeProvider clock, ILogger<EscalationClock> log) : BackgroundService
{
    private static readonly TimeSpan _every = TimeSpan.FromSeconds(5);

    /// <summary>Climbs whatever is due now; how many rungs.</summary>
    internal async Task<int> ClimbAsync(CancellationToken cancel)
    {
        var waiting = await rings.RingingAsync(cancel);
        if (waiting.Count == 0) return 0;
        var ladder = await settings.LadderAsync(cancel);
        var now = clock.GetUtcNow();
        var climbed = 0;
        foreach (var ring in waiting)
        {
            // The target that was promised when it arrived holds, whatever the settings say since.
            foreach (var rung in EscalationLadder.Due(ring.ArrivedAt, ring.TargetAt - ring.ArrivedAt, ladder, ring.Climbed, now))
            {
                if (!await ClimbAsync(ring, rung, now, cancel)) break;
                climbed++;
                hook.Add(new RingNotice(ring.Urgency, ring.State, ring.Conversation, rung.Position));
            }
        }

        if (climbed > 0) bell.Signal();
        return climbed;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await ClimbAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Failed(log, failure);
            }
        }
    }

    private Task<bool> ClimbAsync(Ring ring, LadderRung rung, DateTimeOffset now, CancellationToken cancel) => store.TransactAsync(
        async transaction =>
        {
            await transaction.LockAsync("hotline", cancel);
            if (!await RingRecords.ClimbAsync(transaction, ring.Message, rung, now, cancel)) return false;
            await ActTrail.RecordAsync(
                transaction,
                new AuditEvent(now, "hotline.escalated", "system", null, "hotline:" + ring.Conversation, true, new Dictionary<string, string>
                {
                    ["message"] = ring.Message,
                    ["step"] = rung.Position.ToString(CultureInfo.InvariantCulture),
                    ["role"] = rung.Role.ToString(),
                    ["organisation"] = rung.Organisation,
                }),
                cancel);
            return true;
        },
        cancel);

    [LoggerMessage(1, LogLevel.Error, "The ladder of the hotline could not be climbed; tried again in a few seconds")]
    private static partial void Failed(ILogger log, Exception failure);
}
