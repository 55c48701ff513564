using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Noroshi.Shell.Audit;

/// <summary>Reads an <see cref="AuditFilter"/> from an address; what does not parse is not filtered by.</summary>
internal static class AuditQuery
{
    public static AuditFilter Read(IQueryCollection query) => new(
        From: Day(query["from"]),
        Until: Day(query["until"])?.AddDays(1),
        Act: Text(query["act"]),
        Actor: Text(query["actor"]),
        Succeeded: Text(query["outcome"]) switch { "succeeded" => true, "failed" => false, _ => null },
        Before: long.TryParse(query["before"], NumberStyles.None, CultureInfo.InvariantCulture, out var before) ? before : null);

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    private static DateTimeOffset? Day(string? value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1 and < 9999
            ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero)
            : null;
}
