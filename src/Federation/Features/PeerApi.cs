using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Noroshi.Contracts;
using Noroshi.Shell.Access;
using Noroshi.Shell.Audit;
using Noroshi.Storage;

namespace Noroshi.Federation;

/// <summary><c>/api/v1/federation/peers</c>: what the pages and <c>noroshi peer</c> do, for programs.</summary>
internal static class PeerApi
{
    private static readonly Role[] Readers = [Role.Diplomat, Role.Auditor, Role.Administrator];

    internal sealed record NewPeer(string? Url);

    internal sealed record Heard(string? Fingerprint);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/self", async (OwnDocument own, CancellationToken cancel) => SelfAnswer.Of((await own.GetAsync(cancel)).Document))
            .RequireRoles(Readers).AllowToken(TokenScope.Read).WithSummary("This node's id, address for peers and fingerprint.").Produces<SelfAnswer>();
        api.MapGet("/peers", ListAsync)
            .RequireRoles(Readers).AllowToken(TokenScope.Read).WithSummary("Every peer and how it stands.").Produces<IReadOnlyList<PeerAnswer>>();
        api.MapPost("/peers", AddAsync).RequireRoles(Role.Administrator).AllowToken(TokenScope.Admin).AddEndpointFilter<CookieGuard>()
            .WithSummary("Asks the node at an address who it is, and keeps it to be confirmed.").Produces<PeerAnswer>(201).ProducesProblem(400);
        api.MapPost("/peers/{id}/confirm", ConfirmAsync).RequireRoles(Role.Administrator).AllowToken(TokenScope.Admin).AddEndpointFilter<CookieGuard>()
            .WithSummary("Confirms a waiting peer by the fingerprint that was read out.").Produces<PeerAnswer>().ProducesProblem(400);
        foreach (var step in (string[])["suspend", "resume", "revoke"])
        {
            api.MapPost("/peers/{id}/" + step, (HttpContext context, string id, PeerDesk desk, PeerRecords peers) => StepAsync(context, id, step, desk, peers))
                .RequireRoles(Role.Administrator).AllowToken(TokenScope.Admin).AddEndpointFilter<CookieGuard>()
                .WithSummary($"Does this with the peering: {step}.").Produces<PeerAnswer>().ProducesProblem(400);
        }

        api.MapPost("/peers/{id}/agreement", AgreeAsync).RequireRoles(Role.Administrator).AllowToken(TokenScope.Admin).AddEndpointFilter<CookieGuard>()
            .WithSummary("Changes what may pass: form fields send, accept (one type per line), ceiling, perMinute.").Produces<PeerAnswer>().ProducesProblem(400);
        api.MapPost("/keys/renew", async (HttpContext context, PeerDesk desk, OwnDocument own) =>
            {
                await desk.RenewKeysAsync(Actor.Of(context.User), context.RequestAborted);
                return SelfAnswer.Of((await own.GetAsync(context.RequestAborted)).Document);
            })
            .RequireRoles(Role.Administrator).AllowToken(TokenScope.Admin).AddEndpointFilter<CookieGuard>()
            .WithSummary("Makes new keys; the old one signs the new one, and every peer is told.").Produces<SelfAnswer>();
    }

    /// <summary>The description, for whoever wants to look; open to everybody, because it holds public keys alone.</summary>
    internal static void MapDescription(IEndpointRouteBuilder root) => root.MapGet(
            PeerDoor.DescriptionPath, async (OwnDocument own, CancellationToken cancel) => new Introduction((await own.GetAsync(cancel)).Signed, null))
        .AllowAnonymous().WithTags("federation").WithSummary("What this node says of itself, signed.").Produces<Introduction>();

    private static async Task<IResult> ListAsync(IServiceProvider services, CancellationToken cancel) => TypedResults.Ok(await PeerVerbs.ListAsync(services, cancel));

    private static async Task<IResult> AddAsync(HttpContext context, NewPeer asked, PeerDesk desk)
    {
        var peer = await desk.AddAsync(asked.Url ?? "", Actor.Of(context.User), context.RequestAborted);
        return TypedResults.Created($"/api/v1/federation/peers/{peer.NodeId}", PeerAnswer.Of(peer, 0));
    }

    private static async Task<IResult> ConfirmAsync(HttpContext context, string id, Heard heard, PeerDesk desk) =>
        TypedResults.Ok(PeerAnswer.Of(await desk.ConfirmAsync(heard.Fingerprint ?? "", id, Actor.Of(context.User), context.RequestAborted), 0));

    private static async Task<IResult> StepAsync(HttpContext context, string id, string step, PeerDesk desk, PeerRecords peers)
    {
        var by = Actor.Of(context.User);
        await (step switch
        {
            "suspend" => desk.SuspendAsync(id, by, context.RequestAborted),
            "resume" => desk.ResumeAsync(id, by, context.RequestAborted),
            _ => desk.RevokeAsync(id, by, context.RequestAborted),
        });
        return await AnswerAsync(context, id, step, peers);
    }

    private static async Task<IResult> AgreeAsync(HttpContext context, string id, PeerDesk desk, PeerRecords peers)
    {
        if (await peers.FindAsync(id, context.RequestAborted) is not { } peer) throw new RefusalException($"There is no peer '{id}'.", RefusalException.Input);
        if (!context.Request.HasFormContentType) throw new RefusalException("The fields come as a form: send, accept, ceiling, perMinute.", RefusalException.Input);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var rules = new Agreement(
            form.ContainsKey("send") ? Types(form["send"].ToString()) : peer.Rules.Send,
            form.ContainsKey("accept") ? Types(form["accept"].ToString()) : peer.Rules.Accept,
            form.ContainsKey("ceiling") ? form["ceiling"].ToString() : peer.Rules.Ceiling,
            !form.ContainsKey("perMinute") ? peer.Rules.PerMinute : int.TryParse(form["perMinute"], System.Globalization.CultureInfo.InvariantCulture, out var rate) ? rate : 0);
        await desk.AgreeAsync(id, rules, Actor.Of(context.User), context.RequestAborted);
        return await AnswerAsync(context, id, "agreement", peers);
    }

    private static string[] Types(string text) => text.Split(['\n', '\r', ',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static async Task<IResult> AnswerAsync(HttpContext context, string id, string done, PeerRecords peers) =>
        PageAnswer.Or(context, $"/peers/{Uri.EscapeDataString(id)}?done={done}", TypedResults.Ok(PeerAnswer.Of((await peers.FindAsync(id, context.RequestAborted))!, 0)));
}
