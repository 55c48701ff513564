namespace Noroshi.SystemTests.Federation;

/// <summary>What networks do to connections delays messages, and does nothing else to them.</summary>
[Collection(SharedPair.Name)]
public sealed class LineTests(NodePair pair)
{
    [Fact]
    public async Task Messages_WhenTheLineIsPartedAndHealed_ArriveBothWays()
    {
        foreach (var node in pair.Both) node.Relay.Partition();
        var first = await NodePair.SayAsync(pair.Jp, pair.Ph, "parted 1");
        var other = await NodePair.SayAsync(pair.Ph, pair.Jp, "parted back 1");
        await NodePair.SayAsync(pair.Jp, pair.Ph, "parted 2", first);
        await NodePair.UntilAsync(() => Task.FromResult(pair.Jp.Records.LastFailure() is { Length: > 0 }));
        pair.Jp.Records.Queued().ShouldBe(2);
        pair.Ph.Records.Said(outgoing: false).ShouldNotContain(one => one.Conversation == first);

        await pair.AllIsWellAsync();
        pair.Jp.Records.Said(outgoing: false).ShouldContain(one => one.Conversation == other);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(9_000)]
    [InlineData(60_000)]
    public async Task Messages_WhenTheConnectionIsCutInTheMiddleOfOne_ArriveOnce(int after)
    {
        var cuts = pair.Ph.Relay.Cuts;
        pair.Ph.Relay.CutAfter(after);

        var conversation = await NodePair.SayAsync(pair.Jp, pair.Ph, "begin " + new string('x', 7000));
        for (var place = 2; pair.Ph.Relay.Cuts == cuts; place++) await NodePair.SayAsync(pair.Jp, pair.Ph, $"{place} " + new string('y', 7000), conversation);

        await pair.AllIsWellAsync();
    }

    [Fact]
    public async Task Messages_WhenTheLineIsSlow_ArriveInOrderInEachConversation()
    {
        pair.Ph.Relay.Delay = TimeSpan.FromMilliseconds(60);
        string?[] conversations = [null, null, null];
        for (var place = 0; place < 12; place++) conversations[place % 3] = await NodePair.SayAsync(pair.Jp, pair.Ph, $"slow {place}", conversations[place % 3]);

        await NodePair.UntilAsync(() => Task.FromResult(pair.Jp.Records.Queued() == 0));
        await pair.AllIsWellAsync();
    }
}
