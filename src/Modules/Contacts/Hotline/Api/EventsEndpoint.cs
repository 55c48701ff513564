using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Noroshi.Shell.Access;

namespace Noroshi.Contacts.Hotline;

/// <summary>
/// <c>events</c>: server-sent events for open pages. <c>rings</c> says what waits, at once and whenever that changes; <c>changed</c> that
/// anything on the hotline did; <c>beat</c> comes every 15 seconds, so that silence means a lost connection; <c>bye</c> asks the page to
/// connect again.
/// </summary>
internal static class EventsEndpoint
{
    private static readonly TimeSpan _beat = TimeSpan.FromSeconds(15);

    /// <summary>After this the page comes back and is asked again who it is: nobody listens on after signing out.</summary>
    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(5);
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web);

    internal static void Map(IEndpointRouteBuilder api) => api.MapGet("/events", Listen).RequireRoles(HotlineRights.Watchers)
        .WithSummary("Server-sent events: what waits to be acknowledged, and a beat every 15 seconds.").Produces(200, contentType: "text/event-stream");

    private static ServerSentEventsResult<string> Listen(HttpContext context, WhatRings rings, HotlineBell bell, TimeProvider clock, IHostApplicationLifetime life)
    {
        context.Response.Headers["X-Accel-Buffering"] = "no";
        // An open stream must not hold up the node when it is told to stop.
        var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, life.ApplicationStopping);
        context.Response.RegisterForDispose(end);
        return TypedResults.ServerSentEvents(SayAsync(context.User, rings, bell, clock, end.Token));
    }

    private static async IAsyncEnumerable<SseItem<string>> SayAsync(ClaimsPrincipal person, WhatRings rings, HotlineBell bell, TimeProvider clock, [EnumeratorCancellation] CancellationToken cancel)
    {
        var began = clock.GetTimestamp();
        string? before = null;
        while (clock.GetElapsedTime(began) < _longest)
        {
            var next = bell.Next;
            var now = JsonSerializer.Serialize(await rings.ForAsync(person, cancel), _json);
            if (now != before) yield return new SseItem<string>(before = now, "rings") { ReconnectionInterval = TimeSpan.FromSeconds(2) };
            var changed = await ChangedAsync(next, clock, cancel);
            if (cancel.IsCancellationRequested) yield break;
            yield return new SseItem<string>("{}", changed ? "changed" : "beat");
        }

        yield return new SseItem<string>("{}", "bye");
    }

    /// <summary>True when something changed before the next beat is due.</summary>
    private static async Task<bool> ChangedAsync(Task next, TimeProvider clock, CancellationToken cancel)
    {
        try
        {
            await next.WaitAsync(_beat, clock, cancel);
            return true;
        }
        catch (Exception quiet) when (quiet is TimeoutException or OperationCanceledException)
        {
            return false;
        }
    }
}
