using Noroshi.Federation;
using Noroshi.Tests.Storage;

namespace Noroshi.Tests.Federation.Records;

/// <summary>What peers, outbox and inbox promise, whichever database is below.</summary>
public abstract class FederationRecordsCompliance : IAsyncLifetime
{
    private readonly TestClock _clock = new(new DateTimeOffset(2026, 3, 1, 3, 0, 0, TimeSpan.Zero));
    private FederationSide _jp = null!;
    private FederationSide _ph = null!;

    public async ValueTask InitializeAsync()
    {
        _jp = await FederationSide.OpenAsync("JP", _clock, await DatabaseAsync());
        _ph = await FederationSide.OpenAsync("PH", _clock, await DatabaseAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await _jp.DisposeAsync();
        await _ph.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>The connection string of an empty PostgreSQL database for one side; null keeps its records in SQLite.</summary>
    protected abstract Task<string?> DatabaseAsync();

    [Fact]
    public async Task Peer_WhenAdded_IsReadBackWhole()
    {
        var added = await _jp.MeetAsync(_ph);
        var kept = (await _jp.Peers.FindAsync(_ph.NodeId, default)).ShouldNotBeNull();
        kept.ShouldBeEquivalentTo(added);
        (await _jp.Peers.ListAsync(default)).ShouldHaveSingleItem().NodeId.ShouldBe(_ph.NodeId);
        (await _jp.Peers.FindAsync("ph-0000000000000000", default)).ShouldBeNull();
        (await _jp.Records.TransactAsync(transaction => PeerRecords.CountStrangersAsync(transaction, default), default)).ShouldBe(1);
    }

    [Fact]
    public async Task Peer_WhenEverythingAboutItChanges_KeepsEachChange()
    {
        await _jp.BefriendAsync(_ph);
        var (document, signed) = await _ph.Of<OwnDocument>().GetAsync(default);
        var now = _clock.GetUtcNow();
        await _jp.Records.TransactAsync(
            async transaction =>
            {
                await PeerRecords.DescribeAsync(transaction, document with { NameJa = "別名", Revision = 99, Url = null }, signed, document.Pins[1], null, default);
                await PeerRecords.SetAgreementAsync(transaction, _ph.NodeId, Agreement.Initial with { PerMinute = 7 }, default);
                await PeerRecords.HeardAsync(transaction, _ph.NodeId, now, default);
            },
            default);
        await _jp.Peers.SetToldAsync(_ph.NodeId, "Confirmed 1", default);
        await _jp.Peers.FailedAsync(_ph.NodeId, "away", now, default);
        await _jp.Peers.SetClockAsync(_ph.NodeId, -12_345, default);
        var kept = (await _jp.Peers.FindAsync(_ph.NodeId, default))!;
        (kept.IsActive, kept.NameJa, kept.Revision, kept.Url, kept.Rules.PerMinute).ShouldBe((true, "別名", 99L, "https://127.0.0.1:5443", 7));
        (kept.Told, kept.LastHeardAt, kept.LastFailure, kept.LastFailureAt, kept.ClockAheadMs).ShouldBe(("Confirmed 1", now, "away", now, -12_345L));
        (kept.ConfirmedAt, kept.ConfirmedBy, kept.TheirWord, kept.TheirWordAt, kept.TheirNumber).ShouldBe((now, "u-1", "word", now, 1L));
        await _jp.Records.TransactAsync(
            async transaction =>
            {
                await PeerRecords.ForgetToldAsync(transaction, _ph.NodeId, default);
                await PeerRecords.SetOursAsync(transaction, _ph.NodeId, Standing.Suspended, default);
            },
            default);
        kept = (await _jp.Peers.FindAsync(_ph.NodeId, default))!;
        (kept.Told, kept.OurStanding).ShouldBe((null, Standing.Suspended));
    }

    [Fact]
    public async Task Statements_WhenMade_RiseAlsoWhenTheClockStands()
    {
        await _jp.MeetAsync(_ph);
        var first = (await _jp.Peers.SayAsync(_ph.NodeId, _clock.GetUtcNow(), default)).ShouldNotBeNull();
        var second = (await _jp.Peers.SayAsync(_ph.NodeId, _clock.GetUtcNow(), default)).ShouldNotBeNull();
        (second.Number, second.Standing).ShouldBe((first.Number + 1, "Pending"));
        (await _jp.Peers.SayAsync("ph-0000000000000000", _clock.GetUtcNow(), default)).ShouldBeNull();
    }

    [Fact]
    public async Task Outbox_WhenSeveralConversationsWait_OffersTheFirstOfEach()
    {
        await _jp.BefriendAsync(_ph);
        var sent = new List<string>();
        for (var i = 0; i < 6; i++)
        {
            sent.Add(await _jp.SendAsync(_ph, FormattableString.Invariant($"{i}"), FormattableString.Invariant($"c-{i % 2}")));
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        (await _jp.NextAsync(_ph)).Select(row => (row.MessageId, row.Sequence)).ShouldBe([(sent[0], 1L), (sent[1], 1L)]);
        (await _jp.Outbox.LatestAsync(_ph.NodeId, 2, default)).Select(row => row.MessageId).ShouldBe([sent[5], sent[4]]);
        (await _jp.Outbox.WaitingAsync(default)).ShouldHaveSingleItem().ShouldBe(new(_ph.NodeId, 6));
        await _jp.Outbox.FailedAsync((await _jp.NextAsync(_ph))[0], "away", default);
        var found = await _jp.Post.DeliveriesAsync([.. sent, "unknown"], default);
        found.Keys.ShouldBe(sent, ignoreOrder: true);
        found[sent[0]].ShouldSatisfyAllConditions(first => first.State.ShouldBe(DeliveryState.Queued), first => first.Attempts.ShouldBe(1), first => first.Reason.ShouldBe("away"));
        (await _jp.Post.DeliveriesAsync([], default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Outbox_WhenManyPostAtOnce_NumbersThemWithoutGaps()
    {
        await _jp.BefriendAsync(_ph);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => _jp.SendAsync(_ph, FormattableString.Invariant($"{i}"), FormattableString.Invariant($"c-{i % 2}")))));
        foreach (var conversation in new[] { "c-0", "c-1" })
            (await _jp.Post.ProofsAsync(_ph.NodeId, conversation, default)).Select(proof => proof.Sequence).ShouldBe(Enumerable.Range(1, 10).Select(i => (long)i));
    }

    [Fact]
    public async Task Messages_WhenBothSidesDeliverAtOnce_ArriveAndAreSettled()
    {
        await _jp.BefriendAsync(_ph);
        await _ph.BefriendAsync(_jp);
        for (var i = 0; i < 24; i++)
        {
            await _jp.SendAsync(_ph, FormattableString.Invariant($"{i}"), FormattableString.Invariant($"c-{i % 4}"));
            await _ph.SendAsync(_jp, FormattableString.Invariant($"{i}"), FormattableString.Invariant($"c-{i % 4}"));
        }

        // Receiving and settling on the same side at the same time must not wait for each other.
        await Task.WhenAll(Task.Run(() => _jp.DeliverAsync(_ph)), Task.Run(() => _ph.DeliverAsync(_jp)));
        foreach (var side in new[] { _jp, _ph })
        {
            (await side.TextsAsync("c-3")).ShouldBe(["3", "7", "11", "15", "19", "23"]);
            (await side.Records.FirstAsync<long>("SELECT COUNT(*) FROM outbox WHERE state = 'Delivered' AND receipt IS NOT NULL", null, default)).ShouldBe(24);
            (await side.Records.FirstAsync<long>("SELECT COUNT(*) FROM inbox WHERE outcome = 'applied'", null, default)).ShouldBe(24);
        }
    }

    [Fact]
    public async Task Inbox_WhenTheSameMessageComesAgain_GivesTheSameReceiptAndAppliesItOnce()
    {
        await _jp.BefriendAsync(_ph);
        await _ph.BefriendAsync(_jp);
        await _jp.SendAsync(_ph, "once");
        var row = (await _jp.NextAsync(_ph)).ShouldHaveSingleItem();
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => _jp.HandAsync(row, _ph))));
        answers.Select(answer => answer.Receipt.ShouldNotBeNull()).Distinct().ShouldHaveSingleItem();
        (await _ph.TextsAsync()).ShouldBe(["once"]);
        (await _ph.ActsAsync()).ShouldBe(["test.received", "federation.message.in"]);
        (await _ph.Peers.FindAsync(_jp.NodeId, default))!.LastHeardAt.ShouldBe(_clock.GetUtcNow());
    }

    [Fact]
    public async Task Inbox_WhenAMessageIsEarlyPoisonedOrNotAgreed_SaysSoAndGoesOn()
    {
        await _jp.BefriendAsync(_ph);
        await _ph.BefriendAsync(_jp);
        await _jp.SendAsync(_ph, "poison");
        await _jp.SendAsync(_ph, "second");
        var second = (await _jp.Outbox.LatestAsync(_ph.NodeId, 1, default))[0];
        (await _jp.HandAsync(second, _ph)).ShouldSatisfyAllConditions(early => early.Problem.ShouldBe(DoorProblem.OutOfOrder), early => early.Expected.ShouldBe(1));
        await _jp.DeliverAsync(_ph);
        await _jp.SendAsync(_ph, "x", "c-2", "contacts.nobody");
        await _jp.DeliverAsync(_ph);
        (await _ph.TextsAsync()).ShouldBe(["second"]);
        (await _ph.Records.QueryAsync<string>("SELECT reason FROM inbox WHERE outcome = 'set-aside' ORDER BY type", null, default)).ShouldBe(["Nothing here takes messages of type contacts.nobody.", "the text is poison"]);
        (await _jp.Records.FirstAsync<long>("SELECT COUNT(*) FROM outbox WHERE state = 'Refused'", null, default)).ShouldBe(2);
    }

    [Fact]
    public async Task Conversation_WhenThePeerLostSome_IsSentAgain()
    {
        await _jp.BefriendAsync(_ph);
        await _ph.BefriendAsync(_jp);
        await _jp.SendAsync(_ph, "one");
        await _jp.SendAsync(_ph, "two");
        await _jp.DeliverAsync(_ph);
        foreach (var sql in new[] { "DELETE FROM inbox WHERE sequence = 2", "DELETE FROM received_text WHERE sequence = 2", "UPDATE inbox_conversation SET next_sequence = 2" }) await _ph.Records.ExecuteAsync(sql, null, default);
        await _jp.SendAsync(_ph, "three");
        await _jp.DeliverAsync(_ph);
        (await _ph.TextsAsync()).ShouldBe(["one", "two", "three"]);
        (await _jp.ActsAsync()).ShouldContain("federation.peer.behind");
    }

    [Fact]
    public async Task Conversation_WhenThisNodeLostSome_IsNumberedBehindWhatThePeerHas()
    {
        await _jp.BefriendAsync(_ph);
        await _ph.BefriendAsync(_jp);
        await _jp.SendAsync(_ph, "one");
        await _jp.DeliverAsync(_ph);
        foreach (var sql in new[] { "DELETE FROM outbox", "DELETE FROM outbox_conversation" }) await _jp.Records.ExecuteAsync(sql, null, default);
        await _jp.SendAsync(_ph, "two");
        await _jp.SendAsync(_ph, "three");
        await _jp.DeliverAsync(_ph);
        (await _ph.TextsAsync()).ShouldBe(["one", "two", "three"]);
        (await _jp.ActsAsync()).ShouldContain("federation.node.behind");
        await _jp.SendAsync(_ph, "four");
        (await _jp.NextAsync(_ph)).ShouldHaveSingleItem().Sequence.ShouldBe(4);
    }

    [Fact]
    public async Task Message_WhenGivenUp_LeavesAnEmptyOneInItsPlace()
    {
        await _jp.BefriendAsync(_ph);
        await _ph.BefriendAsync(_jp);
        var givenUp = new[] { await _jp.SendAsync(_ph, "too large"), await _jp.SendAsync(_ph, "too large as well") };
        await _jp.SendAsync(_ph, "next");
        foreach (var message in givenUp)
        {
            var row = (await _jp.NextAsync(_ph)).ShouldHaveSingleItem();
            row.MessageId.ShouldBe(message);
            await _jp.Outbox.VoidAsync(row, "too large", default);
            var empty = (await _jp.NextAsync(_ph)).ShouldHaveSingleItem();
            (empty.Type, empty.Sequence).ShouldBe((Envelope.VoidType, row.Sequence));
            await _jp.SettleAsync(empty, (await _jp.HandAsync(empty, _ph)).Receipt!, _ph);
        }

        await _jp.DeliverAsync(_ph);
        (await _ph.TextsAsync()).ShouldBe(["next"]);
        (await _jp.Post.DeliveriesAsync(givenUp, default)).Values.ShouldAllBe(one => one.State == DeliveryState.Refused && one.Reason == "too large");
    }
}
