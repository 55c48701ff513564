using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Shell;
using Noroshi.Shell.Audit;
using Noroshi.Storage;

namespace Noroshi.Federation;

/// <summary>What <c>noroshi peer</c> does inside the node. Whoever may run verbs is the node's own user: it acts as the system.</summary>
internal static class PeerVerbs
{
    internal const string Self = "peer.self";
    internal const string List = "peer.list";
    internal const string Add = "peer.add";
    internal const string Confirm = "peer.confirm";
    internal const string Move = "peer.move";
    internal const string Agree = "peer.agree";
    internal const string Renew = "peer.renew-keys";

    internal static IReadOnlyDictionary<string, ControlVerb> All { get; } = new Dictionary<string, ControlVerb>(StringComparer.Ordinal)
    {
        [Self] = async (services, _, cancel) => await SelfAsync(services, cancel).ConfigureAwait(false),
        [List] = async (services, _, cancel) => await ListAsync(services, cancel).ConfigureAwait(false),
        [Add] = async (services, request, cancel) => Of(await Desk(services).AddAsync(request.Text("url"), Actor.System, cancel).ConfigureAwait(false)),
        [Confirm] = async (services, request, cancel) => Of(await Desk(services).ConfirmAsync(request.Text("fingerprint"), request.Optional("peer"), Actor.System, cancel).ConfigureAwait(false)),
        [Move] = MoveAsync,
        [Agree] = AgreeAsync,
        [Renew] = async (services, _, cancel) =>
        {
            await Desk(services).RenewKeysAsync(Actor.System, cancel).ConfigureAwait(false);
            return await SelfAsync(services, cancel).ConfigureAwait(false);
        },
    };

    internal static async Task<SelfAnswer> SelfAsync(IServiceProvider services, CancellationToken cancel)
    {
        var (document, _) = await services.GetRequiredService<OwnDocument>().GetAsync(cancel).ConfigureAwait(false);
        return SelfAnswer.Of(document);
    }

    internal static async Task<IReadOnlyList<PeerAnswer>> ListAsync(IServiceProvider services, CancellationToken cancel)
    {
        var waiting = await services.GetRequiredService<OutboxRecords>().WaitingAsync(cancel).ConfigureAwait(false);
        return [.. (await services.GetRequiredService<PeerRecords>().ListAsync(cancel).ConfigureAwait(false)).Select(peer => PeerAnswer.Of(peer, waiting.GetValueOrDefault(peer.NodeId)))];
    }

    /// <summary>The one peer that a node id, its beginning, or a state's code names.</summary>
    internal static async Task<Peer> FindAsync(IServiceProvider services, string named, CancellationToken cancel)
    {
        var found = (await services.GetRequiredService<PeerRecords>().ListAsync(cancel).ConfigureAwait(false))
            .Where(peer => peer.NodeId.StartsWith(named, StringComparison.OrdinalIgnoreCase)).ToList();
        return found.Count switch
        {
            1 => found[0],
            0 => throw new RefusalException($"There is no peer '{named}'. See 'noroshi peer list'.", RefusalException.Input),
            _ => throw new RefusalException($"'{named}' fits several peers: {string.Join(", ", found.Select(peer => peer.NodeId))}. Give the whole node id.", RefusalException.Input),
        };
    }

    private static async Task<object> MoveAsync(IServiceProvider services, JsonElement request, CancellationToken cancel)
    {
        var peer = await FindAsync(services, request.Text("peer"), cancel).ConfigureAwait(false);
        await (request.Text("to") switch
        {
            "suspend" => Desk(services).SuspendAsync(peer.NodeId, Actor.System, cancel),
            "resume" => Desk(services).ResumeAsync(peer.NodeId, Actor.System, cancel),
            "revoke" => Desk(services).RevokeAsync(peer.NodeId, Actor.System, cancel),
            var other => throw new RefusalException($"'{other}' is no step; use suspend, resume or revoke.", RefusalException.Input),
        }).ConfigureAwait(false);
        return Of(await FindAsync(services, peer.NodeId, cancel).ConfigureAwait(false));
    }

    private static async Task<object> AgreeAsync(IServiceProvider services, JsonElement request, CancellationToken cancel)
    {
        var peer = await FindAsync(services, request.Text("peer"), cancel).ConfigureAwait(false);
        var rate = request.Optional("perMinute");
        var rules = peer.Rules with
        {
            Send = Types(request.Optional("send")) ?? peer.Rules.Send,
            Accept = Types(request.Optional("accept")) ?? peer.Rules.Accept,
            Ceiling = request.Optional("ceiling") ?? peer.Rules.Ceiling,
            PerMinute = rate is null ? peer.Rules.PerMinute : int.TryParse(rate, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : throw new RefusalException($"'{rate}' is not a number of messages.", RefusalException.Input),
        };
        await Desk(services).AgreeAsync(peer.NodeId, rules, Actor.System, cancel).ConfigureAwait(false);
        return Of(await FindAsync(services, peer.NodeId, cancel).ConfigureAwait(false));
    }

    private static string[]? Types(string? text) => text?.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static PeerAnswer Of(Peer peer) => PeerAnswer.Of(peer, 0);

    private static PeerDesk Desk(IServiceProvider services) => services.GetRequiredService<PeerDesk>();
}
