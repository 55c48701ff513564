using System.Data.Common;
using System.Net;
using System.Text.Json;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Noroshi.Contracts;
using Noroshi.Federation.Ledger;
using Noroshi.Storage;

namespace Noroshi.Federation;

/// <summary>What other nodes may ask of this one; there is nothing else behind the listener for peers.</summary>
internal sealed class PeerDoor : IDisposable
{
    internal const string DescriptionPath = "/.well-known/noroshi";
    internal const string IntroductionPath = "/peer/v1/introduction";
    internal const string MessagesPath = "/peer/v1/messages";
    internal const string LedgerPath = "/peer/v1/ledger";

    /// <summary>Most bytes of a message: 2 MiB of content, twice in base64url.</summary>
    internal const int LargestMessage = 4 << 20;
    private const int LargestIntroduction = 128 << 10;
    private const int StrangersPerMinute = 30;
    private static readonly JsonSerializerOptions Json = new() { MaxDepth = 4 };
    private readonly OwnDocument _own;
    private readonly Introductions _introductions;
    private readonly Inbox _inbox;
    private readonly PeerBook _book;
    private readonly LedgerExchange _ledger;
    private readonly IAuditLog _audit;
    private readonly TimeProvider _clock;
    private readonly PartitionedRateLimiter<Peer> _messages = PartitionedRateLimiter.Create<Peer, string>(peer => RateLimitPartition.GetTokenBucketLimiter(
        FormattableString.Invariant($"{peer.NodeId} {peer.Rules.PerMinute}"),
        _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = Math.Max(1, peer.Rules.PerMinute / 6),
            TokensPerPeriod = Math.Max(1, peer.Rules.PerMinute / 60),
            ReplenishmentPeriod = TimeSpan.FromSeconds(peer.Rules.PerMinute < 60 ? 60.0 / peer.Rules.PerMinute : 1),
            QueueLimit = 0,
        }));

    private readonly PartitionedRateLimiter<IPAddress> _strangers = PartitionedRateLimiter.Create<IPAddress, IPAddress>(address => RateLimitPartition.GetFixedWindowLimiter(
        address, _ => new FixedWindowRateLimiterOptions { PermitLimit = StrangersPerMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));

    private readonly FixedWindowRateLimiter _refusalsKept = new(new FixedWindowRateLimiterOptions { PermitLimit = 60, Window = TimeSpan.FromHours(1), QueueLimit = 0 });

    public PeerDoor(OwnDocument own, Introductions introductions, Inbox inbox, PeerBook book, LedgerExchange ledger, IAuditLog audit, TimeProvider clock) =>
        (_own, _introductions, _inbox, _book, _ledger, _audit, _clock) = (own, introductions, inbox, book, ledger, audit, clock);

    /// <summary>Answers one request.</summary>
    internal async Task AnswerAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (context.Connection.ClientCertificate is not { } certificate)
        {
            await RefuseAsync(context, StatusCodes.Status403Forbidden, DoorProblem.Unknown, "A certificate is needed here.").ConfigureAwait(false);
            return;
        }

        var pin = NodeKeys.PinOf(certificate);
        try
        {
            await ((context.Request.Method, context.Request.Path.Value) switch
            {
                ("GET", DescriptionPath) => DescribeAsync(context),
                ("POST", IntroductionPath) => IntroduceAsync(context, pin),
                ("POST", MessagesPath) => TakeAsync(context, pin),
                ("POST", LedgerPath) => JudgeAsync(context, pin),
                _ => RefuseAsync(context, StatusCodes.Status404NotFound, DoorProblem.Malformed, "There is nothing here."),
            }).ConfigureAwait(false);
        }
        catch (Exception full) when (full is RecordStoreException or IOException or DbException && !context.Response.HasStarted)
        {
            await RefuseAsync(context, StatusCodes.Status503ServiceUnavailable, DoorProblem.Unavailable, "This node cannot keep it now. Send it again later.").ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _messages.Dispose();
        _strangers.Dispose();
        _refusalsKept.Dispose();
    }

    private async Task DescribeAsync(HttpContext context)
    {
        if (!await LetStrangerAsync(context).ConfigureAwait(false)) return;
        var (_, signed) = await _own.GetAsync(context.RequestAborted).ConfigureAwait(false);
        await context.Response.WriteAsJsonAsync(new Introduction(signed, null), context.RequestAborted).ConfigureAwait(false);
    }

    private async Task IntroduceAsync(HttpContext context, string pin)
    {
        if (!await LetStrangerAsync(context).ConfigureAwait(false)) return;
        if (await ReadAsync<Introduction>(context, LargestIntroduction, said => said.Description is not null).ConfigureAwait(false) is not { } said) return;
        try
        {
            await context.Response.WriteAsJsonAsync(await _introductions.TakeAsync(said, pin, context.RequestAborted).ConfigureAwait(false), context.RequestAborted).ConfigureAwait(false);
        }
        catch (SealException wrong)
        {
            await KeepRefusalAsync(pin, wrong.Message).ConfigureAwait(false);
            await RefuseAsync(context, StatusCodes.Status403Forbidden, DoorProblem.Unbelievable, wrong.Message).ConfigureAwait(false);
        }
    }

    private async Task TakeAsync(HttpContext context, string pin)
    {
        if (await LetPeerAsync(context, pin).ConfigureAwait(false) is not { } peer) return;
        if (await ReadAsync<MessagePacket>(context, LargestMessage, packet => packet.Message is not null).ConfigureAwait(false) is not { } packet) return;
        FaultPoint.Reach("receiver-before-keeping");
        // Not the request's own token: once it began to keep, the sender hanging up must not leave it between two states.
        var answer = await _inbox.TakeAsync(peer, packet, CancellationToken.None).ConfigureAwait(false);
        FaultPoint.Reach("receiver-before-answer");
        if (answer.Problem == DoorProblem.Unbelievable) await KeepRefusalAsync(pin, answer.Detail ?? "").ConfigureAwait(false);
        context.Response.StatusCode = StatusOf(answer.Problem);
        await context.Response.WriteAsJsonAsync(answer, context.RequestAborted).ConfigureAwait(false);
    }

    private async Task JudgeAsync(HttpContext context, string pin)
    {
        if (await LetPeerAsync(context, pin).ConfigureAwait(false) is not { } peer) return;
        if (await ReadAsync<LedgerClaim>(context, LargestIntroduction, claim => claim.Checkpoint is not null).ConfigureAwait(false) is not { } claim) return;
        await context.Response.WriteAsJsonAsync(await _ledger.JudgeAsync(peer, claim, context.RequestAborted).ConfigureAwait(false), context.RequestAborted).ConfigureAwait(false);
    }

    // The peer of the certificate, while messages may flow and not more than agreed; else the refusal is written.
    private async Task<Peer?> LetPeerAsync(HttpContext context, string pin)
    {
        if (await _book.ByPinAsync(pin, context.RequestAborted).ConfigureAwait(false) is not { } peer)
        {
            if (!await LetStrangerAsync(context).ConfigureAwait(false)) return null;
            await KeepRefusalAsync(pin, "A message with a certificate that belongs to no peer.").ConfigureAwait(false);
            await RefuseAsync(context, StatusCodes.Status403Forbidden, DoorProblem.Unknown, "The certificate of this connection belongs to no peer of this node.").ConfigureAwait(false);
            return null;
        }

        if (!peer.IsActive)
        {
            await RefuseAsync(context, StatusCodes.Status403Forbidden, DoorProblem.NotActive, $"The peering is {peer.Status}.").ConfigureAwait(false);
            return null;
        }

        using var lease = _messages.AttemptAcquire(peer);
        if (!lease.IsAcquired)
        {
            context.Response.Headers.RetryAfter = "1";
            await RefuseAsync(context, StatusCodes.Status429TooManyRequests, DoorProblem.TooMany, "More messages than the agreement allows. Send it again in a moment.").ConfigureAwait(false);
            return null;
        }

        return peer;
    }

    private static int StatusOf(string? problem) => problem switch
    {
        null => StatusCodes.Status200OK,
        DoorProblem.OutOfOrder or DoorProblem.Different or DoorProblem.UnknownKey => StatusCodes.Status409Conflict,
        DoorProblem.NotActive => StatusCodes.Status403Forbidden,
        DoorProblem.Unavailable => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status400BadRequest,
    };

    private async Task<bool> LetStrangerAsync(HttpContext context)
    {
        using var lease = _strangers.AttemptAcquire(context.Connection.RemoteIpAddress ?? IPAddress.None);
        if (lease.IsAcquired) return true;
        context.Response.Headers.RetryAfter = "60";
        await RefuseAsync(context, StatusCodes.Status429TooManyRequests, DoorProblem.TooMany, "Too many questions from this address. Ask again in a minute.").ConfigureAwait(false);
        return false;
    }

    private static async Task<T?> ReadAsync<T>(HttpContext context, int largest, Func<T, bool> isWhole)
        where T : class
    {
        if (context.Request.ContentLength > largest)
        {
            await RefuseAsync(context, StatusCodes.Status413PayloadTooLarge, DoorProblem.TooLarge, $"More than {largest} bytes.").ConfigureAwait(false);
            return null;
        }

        using var body = new MemoryStream();
        var buffer = new byte[16 << 10];
        int count;
        while ((count = await context.Request.Body.ReadAsync(buffer, context.RequestAborted).ConfigureAwait(false)) > 0)
        {
            if (body.Length + count > largest)
            {
                await RefuseAsync(context, StatusCodes.Status413PayloadTooLarge, DoorProblem.TooLarge, $"More than {largest} bytes.").ConfigureAwait(false);
                return null;
            }

            await body.WriteAsync(buffer.AsMemory(0, count), context.RequestAborted).ConfigureAwait(false);
        }

        try
        {
            if (JsonSerializer.Deserialize<T>(body.GetBuffer().AsSpan(0, (int)body.Length), Json) is { } read && isWhole(read)) return read;
        }
        catch (JsonException)
        {
            // Said below.
        }

        await RefuseAsync(context, StatusCodes.Status400BadRequest, DoorProblem.Malformed, "The body is not the JSON object that belongs here.").ConfigureAwait(false);
        return null;
    }

    private static Task RefuseAsync(HttpContext context, int status, string problem, string detail)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(new DoorAnswer(null, problem, detail), context.RequestAborted);
    }

    // A flood of rubbish must not fill the ledger: the first sixty an hour are kept.
    private async Task KeepRefusalAsync(string pin, string why)
    {
        using var lease = _refusalsKept.AttemptAcquire();
        if (!lease.IsAcquired) return;
        await _audit.RecordAsync(new AuditEvent(_clock.GetUtcNow(), "federation.refused", "anonymous", null, "certificate:" + pin, false, new Dictionary<string, string> { ["reason"] = why })).ConfigureAwait(false);
    }
}
