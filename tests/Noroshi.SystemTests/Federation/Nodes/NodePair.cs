using System.Text.Json;

namespace Noroshi.SystemTests.Federation;

/// <summary>Two nodes of two states, peered by their administrators' verbs, with a relay before each.</summary>
public sealed class NodePair : IAsyncLifetime
{
    internal PeerNode Jp { get; private set; } = null!;

    internal PeerNode Ph { get; private set; } = null!;

    internal IEnumerable<PeerNode> Both => [Jp, Ph];

    internal string? DataOfPh { get; init; }

    internal int ClockOffsetOfPh { get; init; }

    public async ValueTask InitializeAsync()
    {
        Jp = await PeerNode.StartAsync("JP");
        Ph = await PeerNode.StartAsync("PH", DataOfPh, ClockOffsetOfPh);
        await Jp.VerbAsync("peer", "add", Ph.Relay.Url);
        await UntilAsync(async () => (await Ph.AskAsync("peer.list", new { })).GetArrayLength() == 1);
        await Jp.VerbAsync("peer", "confirm", Text(await Ph.VerbAsync("peer", "self"), "fingerprintEn"));
        await Ph.VerbAsync("peer", "confirm", Text(await Jp.VerbAsync("peer", "self"), "fingerprintJa"));
        await UntilAsync(async () => await StatusAsync(Jp) == "active" && await StatusAsync(Ph) == "active");
    }

    /// <summary>Starts what does not run, heals both relays, and waits until nothing is under way.</summary>
    internal async Task SettleAsync()
    {
        foreach (var node in Both)
        {
            node.Relay.Heal();
            node.Relay.Delay = TimeSpan.Zero;
            node.Relay.CutAfter(long.MaxValue);
            if (!node.IsRunning) await node.StartAsync();
        }

        await UntilAsync(() => Task.FromResult(Jp.Records.Queued() == 0 && Ph.Records.Queued() == 0));
    }

    /// <summary>Says something from one side; the conversation it was said in.</summary>
    internal static async Task<string> SayAsync(PeerNode from, PeerNode to, string text, string? conversation = null) => Text(
        await from.AskAsync("hotline.send", new { to = to.State, @class = "notification", precedence = "routine", marking = "TLP:GREEN", subject = "EXERCISE", text, textJa = "", conversation, attribution = false }), "conversation");

    /// <summary>Everything said on one side was heard on the other: once each, in order in each conversation, and both ledgers hold it.</summary>
    internal void AllArrived(PeerNode from, PeerNode to)
    {
        var (said, heard) = (from.Records.Said(outgoing: true), to.Records.Said(outgoing: false));
        heard.Select(one => one.Id).ShouldBeUnique();
        var byConversation = heard.ToLookup(one => one.Conversation, StringComparer.Ordinal);
        foreach (var conversation in said.GroupBy(one => one.Conversation, StringComparer.Ordinal))
            byConversation[conversation.Key].ShouldBe(conversation, $"{from.State} to {to.State}, {conversation.Key}");
        heard.Count.ShouldBe(said.Count);
        to.Records.SetAside().ShouldBeEmpty();
        Digests(to, "hotline.received").ShouldBe(said.Select(one => one.Digest).Order());
        Digests(from, "hotline.sent").ShouldBe(said.Select(one => one.Digest).Order());
        Digests(from, "federation.message.out").ShouldBe(Digests(to, "federation.message.in"));
    }

    /// <summary>Both directions, and both ledgers are whole.</summary>
    internal async Task AllIsWellAsync()
    {
        await SettleAsync();
        AllArrived(Jp, Ph);
        AllArrived(Ph, Jp);
        foreach (var node in Both)
        {
            var verdict = await node.AskAsync("ledger.verify", new { });
            verdict.GetProperty("valid").GetBoolean().ShouldBeTrue(verdict.GetRawText());
        }
    }

    /// <summary>Waits until it holds; the test run's own limit ends a wait that never does.</summary>
    internal static async Task UntilAsync(Func<Task<bool>> holds)
    {
        while (!await holds()) await Task.Delay(TimeSpan.FromMilliseconds(40), TimeProvider.System, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (Jp is not null) await Jp.DisposeAsync();
        if (Ph is not null) await Ph.DisposeAsync();
    }

    private static IEnumerable<string> Digests(PeerNode node, string act) =>
        node.Records.Details(act).Select(details => JsonDocument.Parse(details).RootElement.GetProperty("digest").GetString()!).Order();

    private static async Task<string?> StatusAsync(PeerNode node) => (await node.AskAsync("peer.list", new { }))[0].GetProperty("status").GetString();

    private static string Text(JsonElement answer, string name) => answer.GetProperty(name).GetString()!;
}
