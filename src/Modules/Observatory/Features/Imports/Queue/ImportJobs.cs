using Noroshi.Storage;

namespace Noroshi.Observatory.Features;

/// <summary>The durable queue of uploads and the memory of what came of them.</summary>
internal sealed class ImportJobs(RecordStore records, TimeProvider clock)
{
    private const string Columns =
        "id, sensor, file_name, format, state, submitted_by, submitted_name, created_at, started_at, finished_at, attempts, "
        + "size_bytes, read_bytes, imported, duplicates, rejected, report, error";

    /// <summary>An upload is tried this often; a file that brings the node down must not do so for ever.</summary>
    internal const int MostAttempts = 3;

    /// <summary>Queues an upload.</summary>
    internal Task<ImportJob> AddAsync(ImportJob job, CancellationToken cancel) => AddAsync(job, ImportState.Queued, cancel);

    private async Task<ImportJob> AddAsync(ImportJob job, string state, CancellationToken cancel)
    {
        var added = job with { State = state, CreatedAt = clock.GetUtcNow() };
        await records.ExecuteAsync(
            """
            INSERT INTO observatory_import_jobs (id, sensor, file_name, format, state, submitted_by, submitted_name, created_at,
                attempts, size_bytes, read_bytes, imported, duplicates, rejected)
            VALUES (@Id, @Sensor, @FileName, @Format, @State, @SubmittedBy, @SubmittedName, @CreatedAt, 0, @SizeBytes, 0, 0, 0, 0)
            """,
            added,
            cancel);
        return added;
    }

    /// <summary>Remembers an import that did not wait in the queue.</summary>
    internal async Task AddOverAsync(ImportJob job, ImportReport report, CancellationToken cancel) => await DoneAsync(await AddAsync(job, ImportState.Running, cancel), report, cancel);

    /// <summary>Remembers an import that did not wait in the queue and came to nothing.</summary>
    internal async Task AddFailedAsync(ImportJob job, string error, CancellationToken cancel) =>
        await EndAsync((await AddAsync(job, ImportState.Running, cancel)).Id, ImportState.Failed, error, cancel);

    internal Task<ImportJob?> FindAsync(string id, CancellationToken cancel) =>
        records.FirstAsync<ImportJob>($"SELECT {Columns} FROM observatory_import_jobs WHERE id = @id", new { id }, cancel);

    /// <summary>Latest first.</summary>
    internal Task<IReadOnlyList<ImportJob>> ListAsync(string? sensor, string? state, int limit, CancellationToken cancel) =>
        records.QueryAsync<ImportJob>(
            $"""
            SELECT {Columns} FROM observatory_import_jobs
            WHERE (@sensor IS NULL OR sensor = @sensor) AND (@state IS NULL OR state = @state)
            ORDER BY created_at DESC, id DESC LIMIT @limit
            """,
            new { sensor, state, limit },
            cancel);

    internal async Task<long> CountWaitingAsync(string sensor, CancellationToken cancel) => await records.FirstAsync<long>(
        "SELECT COUNT(*) FROM observatory_import_jobs WHERE sensor = @sensor AND state = @state", new { sensor, state = ImportState.Queued }, cancel);

    /// <summary>Takes the oldest waiting job, or null.</summary>
    internal Task<ImportJob?> TakeAsync(CancellationToken cancel) => records.TransactAsync(
        async transaction =>
        {
            await transaction.LockAsync("observatory.imports", cancel);
            var next = await transaction.FirstAsync<ImportJob>(
                $"SELECT {Columns} FROM observatory_import_jobs WHERE state = @state ORDER BY created_at, id LIMIT 1", new { state = ImportState.Queued }, cancel);
            if (next is null) return null;
            var taken = next with { State = ImportState.Running, StartedAt = clock.GetUtcNow(), Attempts = next.Attempts + 1 };
            await transaction.ExecuteAsync(
                "UPDATE observatory_import_jobs SET state = @State, started_at = @StartedAt, attempts = @Attempts, read_bytes = 0 WHERE id = @Id", taken, cancel);
            return (ImportJob?)taken;
        },
        cancel);

    internal Task ProgressAsync(string id, long readBytes, CancellationToken cancel) =>
        records.ExecuteAsync("UPDATE observatory_import_jobs SET read_bytes = @readBytes WHERE id = @id", new { id, readBytes }, cancel);

    internal Task DoneAsync(ImportJob job, ImportReport report, CancellationToken cancel) => records.ExecuteAsync(
        """
        UPDATE observatory_import_jobs SET state = @state, finished_at = @now, read_bytes = size_bytes, format = @format,
            imported = @imported, duplicates = @duplicates, rejected = @rejected, report = @report, error = NULL
        WHERE id = @id
        """,
        new
        {
            id = job.Id,
            state = ImportState.Done,
            now = clock.GetUtcNow(),
            format = report.Format ?? job.Format,
            imported = report.Imported,
            duplicates = report.Duplicates,
            rejected = report.Rejected.Sum(r => r.Count),
            report = report.ToJson(),
        },
        cancel);

    /// <summary>Ends a job without a result, saying why and what to do.</summary>
    internal Task EndAsync(string id, string state, string error, CancellationToken cancel) => records.ExecuteAsync(
        "UPDATE observatory_import_jobs SET state = @state, finished_at = @now, error = @error WHERE id = @id",
        new { id, state, now = clock.GetUtcNow(), error },
        cancel);

    /// <summary>Cancels a job that still waits; false when it does not.</summary>
    internal async Task<bool> CancelWaitingAsync(string id, CancellationToken cancel) => await records.ExecuteAsync(
        "UPDATE observatory_import_jobs SET state = @to, finished_at = @now WHERE id = @id AND state = @from",
        new { id, from = ImportState.Queued, to = ImportState.Cancelled, now = clock.GetUtcNow() },
        cancel) == 1;

    /// <summary>Lets a job that the node's own stopping interrupted wait again; that does not count as an attempt.</summary>
    internal Task PutBackAsync(string id, CancellationToken cancel) => records.ExecuteAsync(
        "UPDATE observatory_import_jobs SET state = @queued, attempts = attempts - 1, read_bytes = 0 WHERE id = @id",
        new { id, queued = ImportState.Queued },
        cancel);

    /// <summary>After a restart: what was under way waits again. Nothing of it was kept, because a batch is all or none.</summary>
    internal async Task<int> ResumeAsync(CancellationToken cancel)
    {
        await records.ExecuteAsync(
            "UPDATE observatory_import_jobs SET state = @failed, finished_at = @now, error = @error WHERE state = @running AND attempts >= @most",
            new
            {
                failed = ImportState.Failed,
                running = ImportState.Running,
                now = clock.GetUtcNow(),
                most = MostAttempts,
                error = $"The node stopped {MostAttempts} times while importing this file, so it is not tried again. Nothing of it was kept. Check the node's log, then upload the file again or in smaller parts.",
            },
            cancel);
        return await records.ExecuteAsync(
            "UPDATE observatory_import_jobs SET state = @queued, read_bytes = 0 WHERE state = @running",
            new { queued = ImportState.Queued, running = ImportState.Running },
            cancel);
    }
}
