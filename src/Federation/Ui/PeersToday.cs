using System.Globalization;
using System.Resources;
using System.Security.Claims;
using Noroshi.Contracts;
using Noroshi.Federation.Ledger;
using Noroshi.Kernel;
using Noroshi.Shell.Access;

namespace Noroshi.Federation.Ui;

/// <summary>On the first page: peers that wait to be confirmed, and messages that do not get through.</summary>
internal sealed class PeersToday(PeerRecords peers, OutboxRecords outbox, PeerLedgers ledgers, IStateNames names) : ITodaySource
{
    private static readonly ResourceManager Words = new(typeof(FederationText));

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TodayItem>> ItemsAsync(ClaimsPrincipal person, CultureInfo language, CancellationToken cancel)
    {
        if (!person.HasRole(Role.Administrator) && !person.HasRole(Role.Auditor)) return [];
        var administers = person.HasRole(Role.Administrator);
        var items = new List<TodayItem>();
        var waiting = await outbox.WaitingAsync(cancel).ConfigureAwait(false);
        foreach (var peer in await peers.ListAsync(cancel).ConfigureAwait(false))
        {
            var name = CountryCode.TryParse(peer.State, out var code) ? names.NameOf(code, language) : peer.NodeId;
            if (await ledgers.StandingAsync(peer.NodeId, cancel).ConfigureAwait(false) is { Verdict: not (nameof(CheckpointVerdict.Accepted) or "Before") } doubt)
                items.Add(new TodayItem(TodayKind.NeedsAnswer, Say("TodayLedger", language, name), "/peers/" + peer.NodeId) { Detail = Say("TodayLedgerDetail", language), At = doubt.At, Burning = true });
            if (!administers) continue;
            if (peer.OurStanding == Standing.Pending)
                items.Add(new TodayItem(TodayKind.NeedsAnswer, Say("TodayAsked", language, name), $"/peers/{peer.NodeId}#confirm") { Detail = Say("TodayAskedDetail", language), At = peer.AddedAt });
            else if (peer.IsActive && waiting.TryGetValue(peer.NodeId, out var messages) && peer.LastFailureAt > (peer.LastHeardAt ?? DateTimeOffset.MinValue))
                items.Add(new TodayItem(TodayKind.NeedsAnswer, Say("TodayUnreached", language, name, messages), "/peers/" + peer.NodeId) { Detail = peer.LastFailure, At = peer.LastFailureAt, Burning = true });
        }

        return items;
    }

    private static string Say(string key, CultureInfo language, params object[] values) => string.Format(language, Words.GetString(key, language) ?? key, values);
}
