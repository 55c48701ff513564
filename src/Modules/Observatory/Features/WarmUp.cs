using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Noroshi.Observatory.Domain;
using Noroshi.Storage;

namespace Noroshi.Observatory.Features;

/// <summary>Asks what the first page asks, once after the start, so that the first person does not wait for cold files and code.</summary>
internal sealed class WarmUp(SensorRecords sensors, Lookout lookout, IHostApplicationLifetime node, ILogger<WarmUp> log) : BackgroundService
{
    private static readonly Dimension[] Shown =
    [
        Dimension.Country, Dimension.Network, Dimension.Port, Dimension.Source, Dimension.Sector, Dimension.TargetOrganisation,
        Dimension.Class, Dimension.Fingerprint, Dimension.Sensor,
    ];

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Answering comes first: health checks and whoever is quicker than this.
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var ready = node.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        try
        {
            var viewer = new Viewer(await sensors.ListAsync(null, stoppingToken), All: true, SeesAddresses: true, Manages: false);
            if (await lookout.HeldAsync(viewer, stoppingToken) is not { } held) return;
            var query = viewer.Reader(held).Read([])!;
            await lookout.TotalsAsync(viewer, query.Filter, stoppingToken);
            await lookout.TotalsAsync(viewer, Lookout.Before(query.Filter), stoppingToken);
            await lookout.SeriesAsync(viewer, query.Filter, query.BinOrDefault, stoppingToken);
            foreach (var dimension in Shown) await lookout.TopAsync(viewer, query.Filter, dimension, Lookout.Few, stoppingToken);
        }
        catch (Exception failure) when (failure is IOException or RecordStoreException)
        {
            log.LogWarning(failure, "The first views could not be prepared; they are asked for when someone opens them");
        }
    }
}
