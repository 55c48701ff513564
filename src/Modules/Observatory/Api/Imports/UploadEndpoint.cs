using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Noroshi.Contracts;
using Noroshi.Observatory.Features;
using Noroshi.Observatory.Reading;
using Noroshi.Shell.Access;
using Noroshi.Shell.Uploads;

namespace Noroshi.Observatory.Api;

/// <summary>
/// <c>POST imports</c>: takes one file, as the body or as the part <c>file</c> of a form, streams it to disk and queues its import.
/// Open to the token of a sensor (for that sensor only), API tokens with scope import, analysts and administrators.
/// </summary>
internal static class UploadEndpoint
{
    private const string FormToken = "__RequestVerificationToken";
    private const long FormOverhead = 64 * 1024;

    internal sealed record Services(
        Callers Callers,
        Viewers Viewers,
        SensorRecords Sensors,
        ImportJobs Jobs,
        UploadFolder Uploads,
        UploadLimits Limits,
        RunningImports Running,
        IAntiforgery Antiforgery,
        IAuditLog Audit,
        TimeProvider Clock);

    private sealed record Sender(string Id, string Name, string? Organisation);

    internal static void Map(IEndpointRouteBuilder api) => api.MapPost("/imports", HandleAsync)
        .AllowAnonymous().AllowToken(TokenScope.Import)
        .DisableAntiforgery()
        .WithSummary("Uploads one file for a sensor and queues its import: the raw body with ?sensor=…&name=…, or a form. Answers 202 with the address of the job.")
        .Produces<ImportAnswer>(202).ProducesProblem(400).ProducesProblem(401).ProducesProblem(403).ProducesProblem(404).ProducesProblem(413).ProducesProblem(507);

    private static async Task<IResult> HandleAsync(HttpContext context, [AsParameters] Services services)
    {
        var own = await services.Callers.SensorAsync(context);
        if (own is null && await services.Callers.RefuseAsync(context, Viewers.Keepers) is { } refusal) return refusal;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = services.Limits.MaxBytes + FormOverhead;
        try
        {
            return UploadForm.IsForm(context.Request)
                ? await FromFormAsync(context, services, own)
                : await FromBodyAsync(context, services, own);
        }
        catch (UploadRefusedException refused)
        {
            return Problems.Of(refused.Status, "The upload was not taken.", refused.Message);
        }
        catch (BadHttpRequestException bad)
        {
            return Problems.Of(bad.StatusCode, "The upload was not taken.", "The request ended early or is larger than announced. Nothing was kept; send the file again.");
        }
    }

    private static async Task<IResult> FromBodyAsync(HttpContext context, Services services, Sensor? own)
    {
        if (own is null && await CookieGuard.RefuseAsync(services.Antiforgery, context) is { } guarded) return guarded;
        var query = context.Request.Query;
        return await TakeAsync(context, services, own, query["sensor"], query["format"], FileNames.Shown(query["name"]), context.Request.Body, context.Request.ContentLength);
    }

    private static async Task<IResult> FromFormAsync(HttpContext context, Services services, Sensor? own)
    {
        var form = await UploadForm.ReadAsync(context.Request, context.RequestAborted);
        if (own is null)
        {
            // The check looks at a header first; reading the form itself would buffer the whole file.
            if (form.Field(FormToken) is { } token) context.Request.Headers["RequestVerificationToken"] = token;
            if (await CookieGuard.RefuseAsync(services.Antiforgery, context) is { } guarded) return guarded;
        }

        var query = context.Request.Query;
        return await TakeAsync(context, services, own, form.Field("sensor") ?? query["sensor"], form.Field("format") ?? query["format"], form.FileName, form.Content!, null);
    }

    private static async Task<IResult> TakeAsync(HttpContext context, Services services, Sensor? own, string? sensorName, string? format, string fileName, Stream content, long? announced)
    {
        var cancel = context.RequestAborted;
        format = string.IsNullOrEmpty(format) ? null : format;
        if (format is not null && !InputFormats.All.Contains(format))
            return Problems.Of(new FilterProblem("format", "is not a known format", "Leave it out, or use one of: " + string.Join(", ", InputFormats.All) + "."));
        var (sensor, refusal) = await SensorAsync(context, services, own, sensorName);
        if (sensor is null) return refusal!;
        if (await services.Jobs.CountWaitingAsync(sensor.Name, cancel) >= services.Limits.MaxWaiting)
            return Problems.Of(StatusCodes.Status429TooManyRequests, "Too many uploads of this sensor are waiting.", "Wait until some of them are imported, then send the file again.");

        var sender = own is null
            ? new Sender(context.User.UserId(), context.User.DisplayName(), context.User.OrganisationId())
            : new Sender("sensor:" + own.Name, own.Name, own.Owner);
        var id = Guid.CreateVersion7(services.Clock.GetUtcNow()).ToString("N");
        var bytes = await services.Uploads.ReceiveAsync(id, content, announced, cancel);
        ImportJob job;
        try
        {
            job = await services.Jobs.AddAsync(
                new ImportJob { Id = id, Sensor = sensor.Name, FileName = fileName, Format = format, SubmittedBy = sender.Id, SubmittedName = sender.Name, SizeBytes = bytes },
                CancellationToken.None);
        }
        catch
        {
            services.Uploads.Forget(id);
            throw;
        }

        services.Running.Wake();
        await services.Audit.RecordAsync(
            new AuditEvent(services.Clock.GetUtcNow(), "observatory.upload", sender.Id, sender.Organisation, "sensor:" + sensor.Name, true, new Dictionary<string, string> { ["job"] = id }),
            CancellationToken.None);
        var answer = ImportAnswer.Of(job);
        return PageAnswer.Or(context, answer.Page, TypedResults.Accepted(answer.Url, answer));
    }

    private static async Task<(Sensor? Sensor, IResult? Refusal)> SensorAsync(HttpContext context, Services services, Sensor? own, string? name)
    {
        if (own is not null)
        {
            if (string.IsNullOrEmpty(name) || name == own.Name) return (own, null);
            return (null, Problems.Of(StatusCodes.Status403Forbidden, "A sensor's token uploads for that sensor only.", $"Leave 'sensor' out or send {own.Name}."));
        }

        if (string.IsNullOrEmpty(name)) return (null, Problems.Of(new FilterProblem("sensor", "is missing", "Name the sensor that the file comes from.")));
        var sensor = SensorName.IsValid(name) ? await services.Sensors.FindAsync(name, context.RequestAborted) : null;
        if (sensor is null || !await services.Viewers.ManagesAsync(context.User, sensor, context.RequestAborted))
            return (null, Problems.Of(StatusCodes.Status404NotFound, "There is no such sensor of your organisation.", "Choose a sensor from the list, or add it first."));
        if (sensor.IsRetired)
            return (null, Problems.Of(StatusCodes.Status409Conflict, "The sensor is retired and takes no more data.", "Add a new sensor."));
        return (sensor, null);
    }
}
