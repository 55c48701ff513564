using System.Text.Json;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Noroshi.Node.Backups;
using Noroshi.Shell;
using Noroshi.Storage;

namespace Noroshi.Node.Control;

/// <summary>What a running node does for its own user through the control socket.</summary>
internal static class ControlEndpoints
{
    internal const string BackupPath = "/control/backup";
    internal const string ChecksPath = "/control/checks";
    internal const string VerbPath = "/control/verb/";
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web);

    /// <summary>Requests through the socket see these answers and nothing else; requests from the network never see them.</summary>
    internal static void UseControl(this WebApplication app) => app.MapWhen(ControlSocket.IsControl, control => control.Run(context =>
        (context.Request.Method, context.Request.Path.Value) switch
        {
            ("POST", BackupPath) => BackupAsync(context),
            ("GET", ChecksPath) => ChecksAsync(context),
            ("POST", { } path) when path.StartsWith(VerbPath, StringComparison.Ordinal) => VerbAsync(context, path[VerbPath.Length..]),
            _ => NotFoundAsync(context),
        }));

    private static async Task BackupAsync(HttpContext context)
    {
        context.Response.ContentType = "application/gzip";
        try
        {
            await context.RequestServices.GetRequiredService<Backup>().WriteAsync(context.Response.Body, context.RequestAborted);
        }
        catch (Exception error) when (!context.Response.HasStarted && error is not OperationCanceledException)
        {
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync(error.Message, context.RequestAborted);
        }
    }

    private static async Task ChecksAsync(HttpContext context)
    {
        var report = await context.RequestServices.GetRequiredService<HealthCheckService>().CheckHealthAsync(context.RequestAborted);
        await context.Response.WriteAsJsonAsync(StoreCheck.From(report), context.RequestAborted);
    }

    private static async Task VerbAsync(HttpContext context, string name)
    {
        var verb = context.RequestServices.GetRequiredService<IReadOnlyList<NoroshiModule>>()
            .Select(module => module.ControlVerbs.GetValueOrDefault(name)).FirstOrDefault(each => each is not null);
        if (verb is null)
        {
            await NotFoundAsync(context);
            return;
        }
        try
        {
            var request = await context.Request.ReadFromJsonAsync<JsonElement>(context.RequestAborted);
            var answer = await verb(context.RequestServices, request, context.RequestAborted);
            await context.Response.WriteAsJsonAsync(answer, answer.GetType(), _json, context.RequestAborted);
        }
        catch (RefusalException refusal) when (!context.Response.HasStarted)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await context.Response.WriteAsJsonAsync(new ControlRefusal(refusal.Message, refusal.ExitCode), context.RequestAborted);
        }
    }

    private static Task NotFoundAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
