using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Noroshi.Contracts;
using Noroshi.Shell.Access;

namespace Noroshi.Shell.Audit;

/// <summary>The audit log as CSV (RFC 4180), streamed; taking it out is itself recorded.</summary>
internal static class AuditExport
{
    internal static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/settings/audit.csv", WriteAsync).RequireRoles(Role.Auditor, Role.Administrator).ExcludeFromDescription();

    private static async Task WriteAsync(HttpContext context, AuditLog log, TimeProvider clock)
    {
        var cancel = context.RequestAborted;
        var filter = AuditQuery.Read(context.Request.Query);
        var actor = Actor.Of(context.User);
        var taken = new AuditEvent(clock.GetUtcNow(), "audit.exported", actor.Id, actor.Organisation, "audit", true, new Dictionary<string, string> { ["filter"] = context.Request.QueryString.ToString() });
        await log.RecordAsync(taken, cancel).ConfigureAwait(false);
        context.Response.ContentType = "text/csv; charset=utf-8";
        context.Response.Headers.ContentDisposition = "attachment; filename=\"audit.csv\"";
        context.Response.Headers.CacheControl = "no-store";
        // The mark at the beginning makes spreadsheets read Japanese as UTF-8.
        await using var writer = new StreamWriter(context.Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)) { NewLine = "\r\n" };
        await writer.WriteLineAsync("sequence,at,act,actor,organisation,subject,succeeded,details,hash").ConfigureAwait(false);
        await foreach (var row in log.StreamAsync(filter, cancel).ConfigureAwait(false)) await writer.WriteLineAsync(Line(row)).ConfigureAwait(false);
    }

    internal static string Line(AuditRow row) => string.Join(
        ',',
        row.Sequence.ToString(CultureInfo.InvariantCulture),
        row.At.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture),
        Cell(row.Act),
        Cell(row.Actor),
        Cell(row.Organisation),
        Cell(row.Subject),
        row.Succeeded ? "1" : "0",
        Cell(row.Details),
        row.Hash);

    /// <summary>Quotes a cell; one that a spreadsheet would take for a formula (strangers may have typed it) gets a quote mark before it.</summary>
    private static string Cell(string? text)
    {
        if (string.IsNullOrEmpty(text)) return string.Empty;
        var safe = text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + text : text;
        return "\"" + safe.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }
}
