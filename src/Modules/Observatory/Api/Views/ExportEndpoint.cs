using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Noroshi.Contracts;
using Noroshi.Observatory.Features;
using Noroshi.Observatory.Store;
using Noroshi.Shell.Access;
using Noroshi.Storage;

namespace Noroshi.Observatory.Api;

/// <summary><c>GET export</c>: the rows of a view as CSV or Parquet. Rows carry source addresses, so each export is recorded in the audit log.</summary>
internal static class ExportEndpoint
{
    internal static void Map(IEndpointRouteBuilder api) => api.MapGet("/export", HandleAsync)
        .RequireRoles(Viewers.AddressReaders).AllowToken(TokenScope.Read)
        .WithSummary("The rows of a view as a file: format=csv or format=parquet. Recorded in the audit log.")
        .Produces(200, contentType: "text/csv", additionalContentTypes: "application/vnd.apache.parquet").ProducesProblem(400).ProducesProblem(403);

    private static Task<IResult> HandleAsync(HttpContext context, Viewers viewers, Lookout lookout, IObservationStore store, IAuditLog audit, NodeOptions options, TimeProvider clock) =>
        ViewRequest.AnswerAsync(
            context,
            viewers,
            lookout,
            async request =>
            {
                var format = context.Request.Query[TableFormat.Name].ToString();
                if (format is not ("csv" or "parquet")) return Problems.Of(new FilterProblem(TableFormat.Name, "is missing or not a known format", "Use csv or parquet."));
                if (!request.Viewer.SeesAddresses) throw new AddressesWithheldException();
                if (request.View.Filter.Sensors is { Count: 0 }) return Problems.Of(StatusCodes.Status404NotFound, "There is no sensor whose data you may read.");
                var cancel = context.RequestAborted;
                var folder = Directory.CreateDirectory(Path.Combine(options.DataDirectory, "exports")).FullName;
                var path = Path.Combine(folder, Guid.NewGuid().ToString("N") + "." + format);
                try
                {
                    var rows = await store.ExportAsync(request.View.Filter, format, path, cancel);
                    await audit.RecordAsync(
                        new AuditEvent(clock.GetUtcNow(), "observatory.export", context.User.UserId(), context.User.OrganisationId(), "observations" + request.View.Permalink(), true, new Dictionary<string, string>
                        {
                            ["format"] = format,
                            ["rows"] = rows.ToString(CultureInfo.InvariantCulture),
                        }),
                        cancel);
                    // Deleted by the system when the last reader closes it, also when the client goes away.
                    var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16, FileOptions.Asynchronous | FileOptions.DeleteOnClose);
                    var name = $"observations-{Instant.Write(request.View.Filter.From)}-{Instant.Write(request.View.Filter.To)}.{format}".Replace(":", "", StringComparison.Ordinal);
                    return TypedResults.File(file, format == "csv" ? "text/csv; charset=utf-8" : "application/vnd.apache.parquet", name);
                }
                catch
                {
                    File.Delete(path);
                    throw;
                }
            },
            TableFormat.Name);
}
