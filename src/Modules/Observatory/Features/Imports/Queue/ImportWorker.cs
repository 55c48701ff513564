using System.Globalization;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Noroshi.Contracts;
using Noroshi.Observatory.Enrichment;
using Noroshi.Observatory.Reading;
using Noroshi.Shell.Uploads;
using Noroshi.Storage;

namespace Noroshi.Observatory.Features;

/// <summary>Imports uploads one after the other in the background. A restart takes up again what was waiting or under way.</summary>
internal sealed class ImportWorker(
    ImportJobs jobs,
    SensorRecords sensors,
    UploadFolder uploads,
    UploadLimits limits,
    FileImport import,
    CurrentEnrichment enrichment,
    RunningImports running,
    IAuditLog audit,
    TimeProvider clock,
    ILogger<ImportWorker> log) : BackgroundService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BetweenReports = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await jobs.ResumeAsync(stoppingToken);
        var waiting = await jobs.ListAsync(null, ImportState.Queued, int.MaxValue, stoppingToken);
        uploads.RemoveLeftovers(waiting.Select(job => job.Id).ToHashSet(StringComparer.Ordinal));
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await jobs.TakeAsync(stoppingToken) is { } job) await RunAsync(job, stoppingToken);
            }
            catch (RecordStoreException failure)
            {
                log.LogError(failure, "The queue of imports cannot be read; it is tried again in {Seconds} s", Patience.TotalSeconds);
            }

            await running.WaitAsync(Patience, stoppingToken);
        }
    }

    private async Task RunAsync(ImportJob job, CancellationToken stopping)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        running.Begin(job.Id, stop);
        try
        {
            var report = await ImportAsync(job, stop.Token);
            await jobs.DoneAsync(job, report, CancellationToken.None);
            await sensors.SeenAsync(job.Sensor, CancellationToken.None);
            await RecordAsync(job, true, report.Imported.ToString(CultureInfo.InvariantCulture), CancellationToken.None);
            uploads.Forget(job.Id);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await jobs.PutBackAsync(job.Id, CancellationToken.None);
            throw;
        }
        catch (OperationCanceledException)
        {
            await EndAsync(job, ImportState.Cancelled, "Stopped on request. Nothing of the file was kept; upload it again to import it.");
        }
        catch (Exception failure) when (failure is UnreadableInputException or EnrichmentFileException or UploadRefusedException)
        {
            await EndAsync(job, ImportState.Failed, failure.Message);
        }
        catch (Exception failure)
        {
            // The worker outlives whatever one file does to it; the person sees which job, the operator sees why.
            log.LogError(failure, "Import job {Job} failed", job.Id);
            await EndAsync(job, ImportState.Failed, failure is IOException or RecordStoreException
                ? $"{failure.Message} Nothing of the file was kept. Ask the operator to check the data folder, then upload it again."
                : $"The import failed inside the node; nothing of the file was kept. Tell the operator the job's number: {job.Id}.");
        }
        finally
        {
            running.End(job.Id);
        }
    }

    private async Task<ImportReport> ImportAsync(ImportJob job, CancellationToken cancel)
    {
        var sensor = await sensors.FindAsync(job.Sensor, cancel) ?? throw new UploadRefusedException(404, $"There is no sensor '{job.Sensor}' any more.");
        var path = uploads.PathOf(job.Id);
        if (!File.Exists(path)) throw new UploadRefusedException(410, "The uploaded content is not in the data folder any more. Upload the file again.");
        var file = new FileToImport(path, job.FileName, sensor.Name, enrichment.For(sensor.Place)) { Format = job.Format, MostExpanded = limits.MaxExpandedBytes };
        var progress = new LatestProgress();
        var work = import.RunAsync(file, progress, cancel);
        while (await Task.WhenAny(work, Task.Delay(BetweenReports, clock, CancellationToken.None)) != work)
            await jobs.ProgressAsync(job.Id, Math.Min(progress.Value, job.SizeBytes), CancellationToken.None);
        return await work;
    }

    private async Task EndAsync(ImportJob job, string state, string error)
    {
        await jobs.EndAsync(job.Id, state, error, CancellationToken.None);
        await RecordAsync(job, false, error, CancellationToken.None);
        uploads.Forget(job.Id);
    }

    private Task RecordAsync(ImportJob job, bool succeeded, string outcome, CancellationToken cancel) => audit.RecordAsync(
        new AuditEvent(clock.GetUtcNow(), "observatory.import", job.SubmittedBy, null, "sensor:" + job.Sensor, succeeded, new Dictionary<string, string>
        {
            ["job"] = job.Id,
            [succeeded ? "imported" : "error"] = outcome,
        }),
        cancel);

    /// <summary>Keeps the last figure told; read once a second instead of writing a record per block.</summary>
    private sealed class LatestProgress : IProgress<long>
    {
        private long _value;

        internal long Value => Interlocked.Read(ref _value);

        public void Report(long value) => Interlocked.Exchange(ref _value, value);
    }
}
