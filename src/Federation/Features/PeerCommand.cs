using System.CommandLine;
using System.Text.Json;
using Noroshi.Shell;
using Noroshi.Storage;

namespace Noroshi.Federation;

/// <summary><c>noroshi peer</c>: peering with nodes of other states, beside a serving node or at rest.</summary>
internal static class PeerCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static Command Create(CommandHost host)
    {
        var url = new Argument<string>("url") { Description = "Address of the other node, for example https://node.example:5443" };
        var heard = new Argument<string[]>("fingerprint") { Description = "What was read out by telephone: ten words, or twenty digits.", Arity = ArgumentArity.OneOrMore };
        return new Command("peer", "Peer with the nodes of other states: add, compare fingerprints, confirm, suspend, revoke.")
        {
            Verb(host, "self", "Show this node's fingerprint, to be read out to the other administrator.", [], (ask, _) => ask.For<SelfAnswer>(PeerVerbs.Self, new { }, Say)),
            Verb(host, "list", "List the peers.", [], (ask, _) => ask.For<List<PeerAnswer>>(PeerVerbs.List, new { }, Say)),
            Verb(host, "add", "Ask the node at an address who it is, and keep it to be confirmed.", [url], (ask, asked) => ask.For<PeerAnswer>(PeerVerbs.Add, new { url = asked.GetValue(url) }, Added)),
            Confirm(host, heard),
            Step(host, "suspend", "Hold messages back in both directions."),
            Step(host, "resume", "Let messages flow again."),
            Step(host, "revoke", "End the peering; a new one needs a new comparison."),
            Agree(host),
            Verb(host, "renew-keys", "Make new keys; the old one signs the new one and every peer is told.", [], (ask, _) => ask.For<SelfAnswer>(PeerVerbs.Renew, new { }, Say)),
        };
    }

    private static Command Confirm(CommandHost host, Argument<string[]> heard)
    {
        var peer = new Option<string?>("--peer") { Description = "Node id that it must belong to.", HelpName = "ID" };
        return Verb(host, "confirm", "Confirm the waiting peer whose fingerprint you heard.", [heard, peer], (ask, asked) => ask.For<PeerAnswer>(
            PeerVerbs.Confirm, new { fingerprint = string.Join(' ', asked.GetValue(heard)!), peer = asked.GetValue(peer) }, one => Say([one])));
    }

    private static Command Step(CommandHost host, string name, string what)
    {
        var peer = PeerArgument();
        return Verb(host, name, what, [peer], (ask, asked) => ask.For<PeerAnswer>(PeerVerbs.Move, new { peer = asked.GetValue(peer), to = name }, one => Say([one])));
    }

    private static Command Agree(CommandHost host)
    {
        var peer = PeerArgument();
        var send = new Option<string?>("--send") { Description = "Types of messages that may leave, separated by commas.", HelpName = "TYPES" };
        var accept = new Option<string?>("--accept") { Description = "Types of messages that are taken.", HelpName = "TYPES" };
        var ceiling = new Option<string?>("--ceiling") { Description = "The most restricted TLP label that may leave.", HelpName = "TLP" };
        var rate = new Option<string?>("--per-minute") { Description = "Messages of the peer taken in a minute.", HelpName = "N" };
        return Verb(host, "agree", "Change what may pass; what is left out stays.", [peer, send, accept, ceiling, rate], (ask, asked) => ask.For<PeerAnswer>(
            PeerVerbs.Agree,
            new { peer = asked.GetValue(peer), send = asked.GetValue(send), accept = asked.GetValue(accept), ceiling = asked.GetValue(ceiling), perMinute = asked.GetValue(rate) },
            one => Say([one])));
    }

    private static Argument<string> PeerArgument() => new("peer") { Description = "Node id, its beginning, or the state's code." };

    private static Command Verb(CommandHost host, string name, string what, IReadOnlyList<Symbol> takes, Func<Asking, ParseResult, Task<int>> run)
    {
        var verb = new Command(name, what);
        foreach (var each in takes)
        {
            if (each is Argument argument) verb.Add(argument);
            else verb.Add((Option)each);
        }

        return verb.OverFolder(host, (asked, options, json, cancel) => run(new Asking(host, options, json, cancel), asked));
    }

    private static string Say(SelfAnswer self) => string.Join(
        Environment.NewLine,
        $"{self.NodeId} ({self.State})",
        $"address      {self.Url ?? "none: it does not listen for peers (--peer-listen)"}",
        $"fingerprint  {self.FingerprintEn}",
        $"             {self.FingerprintJa}",
        $"             {self.FingerprintDigits}");

    private static string Say(List<PeerAnswer> peers) => peers.Count == 0
        ? "There is no peer yet. Begin with: noroshi peer add https://node.example:5443"
        : string.Join(Environment.NewLine, peers.Select(peer => $"{peer.NodeId,-22} {peer.Status,-10} this side {peer.Ours,-10} other side {peer.Theirs,-10} {peer.Url ?? "-"}{(peer.Waiting > 0 ? FormattableString.Invariant($" {peer.Waiting} waiting") : "")}"));

    private static string Added(PeerAnswer peer) =>
        $"{peer.NodeId} is kept, and waits. Telephone its administrator at a number you know, have its fingerprint read out, and type it: noroshi peer confirm WORDS. Read yours out too: noroshi peer self.";

    private sealed record Asking(CommandHost Host, NodeOptions Options, bool Json, CancellationToken Cancel)
    {
        internal async Task<int> For<T>(string verb, object request, Func<T, string> say)
        {
            var answer = await Host.AskAsync<T>(Options, verb, request, Cancel).ConfigureAwait(false);
            await Host.Out.WriteLineAsync(Json ? JsonSerializer.Serialize(answer, PeerCommand.Json) : say(answer)).ConfigureAwait(false);
            return 0;
        }
    }
}
