namespace Noroshi.SystemTests.Federation;

/// <summary>Whichever step of sending or receiving the power fails at, every kept message arrives once, in order.</summary>
[Collection(SharedPair.Name)]
public sealed class KillTests(NodePair pair)
{
    [Theory]
    [InlineData("receiver-before-keeping:2")]
    [InlineData("receiver-before-commit:2")]
    [InlineData("receiver-after-commit:2")]
    [InlineData("receiver-before-answer:2")]
    public async Task Receiver_WhenKilled_HasEveryMessageOnceAfterwards(string point)
    {
        await pair.Ph.StopAsync();
        await pair.Ph.StartAsync(point);

        var conversation = await NodePair.SayAsync(pair.Jp, pair.Ph, point + " 1");
        foreach (var place in new[] { 2, 3, 4 }) await NodePair.SayAsync(pair.Jp, pair.Ph, $"{point} {place}", conversation);
        await pair.Ph.DeathAsync();

        await pair.AllIsWellAsync();
        pair.Ph.Records.Said(outgoing: false).Count(one => one.Conversation == conversation).ShouldBe(4);
    }

    [Theory]
    [InlineData("sender-after-answer:2")]
    [InlineData("sender-after-settling:2")]
    public async Task Sender_WhenKilledWhileDelivering_SendsWhatIsLeftAndNothingTwice(string point)
    {
        await pair.Jp.StopAsync();
        pair.Jp.Relay.Heal();
        pair.Ph.Relay.Partition();
        await pair.Jp.StartAsync(point);
        var conversation = await NodePair.SayAsync(pair.Jp, pair.Ph, point + " 1");
        foreach (var place in new[] { 2, 3, 4 }) await NodePair.SayAsync(pair.Jp, pair.Ph, $"{point} {place}", conversation);
        pair.Ph.Relay.Heal();
        await pair.Jp.DeathAsync();

        await pair.AllIsWellAsync();
        pair.Ph.Records.Said(outgoing: false).Count(one => one.Conversation == conversation).ShouldBe(4);
    }

    [Theory]
    [InlineData("sender-before-commit:2", 1)]
    [InlineData("sender-after-commit:2", 2)]
    public async Task Sender_WhenKilledWhilePosting_DeliversExactlyWhatItKept(string point, int kept)
    {
        await pair.Jp.StopAsync();
        await pair.Jp.StartAsync(point);

        var conversation = await NodePair.SayAsync(pair.Jp, pair.Ph, point + " 1");
        await Should.ThrowAsync<HttpRequestException>(() => NodePair.SayAsync(pair.Jp, pair.Ph, point + " 2", conversation));
        await pair.Jp.DeathAsync();

        await pair.AllIsWellAsync();
        pair.Jp.Records.Said(outgoing: true).Count(one => one.Conversation == conversation).ShouldBe(kept);
    }
}
