using Noroshi.Observatory.Features;

namespace Noroshi.Observatory.Api;

/// <summary>An import as the API tells it.</summary>
internal sealed record ImportAnswer(
    string Id,
    string Sensor,
    string FileName,
    string? Format,
    string State,
    double Progress,
    DateTimeOffset CreatedAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? FinishedAt,
    long SizeBytes,
    long Imported,
    long Duplicates,
    IReadOnlyList<RejectedReason> Rejected,
    DateTimeOffset? From,
    DateTimeOffset? To,
    string? GeoVersion,
    string? Error,
    string Url,
    string Page)
{
    internal static ImportAnswer Of(ImportJob job)
    {
        var report = ImportReport.FromJson(job.Report);
        return new ImportAnswer(
            job.Id,
            job.Sensor,
            job.FileName,
            job.Format,
            job.State,
            job.Progress,
            job.CreatedAt,
            job.StartedAt,
            job.FinishedAt,
            job.SizeBytes,
            job.Imported,
            job.Duplicates,
            report?.Rejected ?? [],
            report?.From,
            report?.To,
            report?.GeoVersion,
            job.Error,
            "/api/v1/observatory/imports/" + job.Id,
            "/observatory/imports/" + job.Id);
    }
}
