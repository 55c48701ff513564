using Noroshi.Contacts.Hotline;
using Noroshi.Federation;
using Noroshi.Tests.Contacts.Hotline.Talk;

namespace Noroshi.Tests.Contacts.Hotline.Records;

/// <summary>What the tests of lines promise, whichever database is below.</summary>
public abstract class LinesCompliance : HotlinePair
{
    [Fact]
    public async Task Line_WhenTested_IsAnsweredByItselfOnceADay()
    {
        (await Jp.Of<ReadHotline>().LinesAsync(default))[0].IsAlive.ShouldBeFalse();
        (await Jp.Of<LineTests>().SendDueAsync(default)).ShouldBe(1);
        (await Jp.Of<LineTests>().SendDueAsync(default)).ShouldBe(0);
        await Jp.CarryAsync(Ph);
        var line = (await Jp.Of<ReadHotline>().LinesAsync(default))[0];
        line.IsAlive.ShouldBeTrue();
        line.State!.AnsweredAt.ShouldBe(Clock.GetUtcNow());
        line.State.Test.ShouldBeNull();
        (await Ph.Of<ReadHotline>().LinesAsync(default))[0].IsAlive.ShouldBeTrue("who is tested heard something");
        (await Ph.Of<RingRecords>().OpenAsync(default)).ShouldBeEmpty("a test rings nobody");
        Clock.Advance(TimeSpan.FromHours(21));
        (await Jp.Of<LineTests>().SendDueAsync(default)).ShouldBe(0, "it is 00:00, before the time of day of tests");
        Clock.Advance(TimeSpan.FromMinutes(30));
        (await Jp.Of<LineTests>().SendDueAsync(default)).ShouldBe(1);
        (await Jp.ActsAsync()).ShouldBe(["hotline.test", "hotline.test"]);
    }

    [Fact]
    public async Task Line_WhenNothingComesFor36Hours_IsSilent()
    {
        await Ph.SayAsync("alive");
        await Ph.CarryAsync(Jp);
        Clock.Advance(LineState.Stale);
        (await Jp.Of<ReadHotline>().LinesAsync(default))[0].IsAlive.ShouldBeTrue();
        Clock.Advance(TimeSpan.FromSeconds(1));
        (await Jp.Of<ReadHotline>().LinesAsync(default))[0].IsAlive.ShouldBeFalse();
    }

    [Fact]
    public async Task Answer_WhenToNoTest_IsSetAside()
    {
        await Should.ThrowAsync<PoisonedMessageException>(() => Jp.ReceiveAsync(new ReceivedMessage("x", "node-PH", "PH", ReceiptContent.TestAnswerType, "test-1", 1, Clock.GetUtcNow(), ReceiptContent.Test("never"), "p")));
        (await Jp.Of<ReadHotline>().LinesAsync(default))[0].State.ShouldBeNull("what is set aside leaves nothing");
    }

    [Fact]
    public async Task Line_WhenThePeerIsNotActive_IsNotTested()
    {
        Jp.Active = false;
        (await Jp.Of<LineTests>().SendDueAsync(default)).ShouldBe(0);
        (await Jp.ActsAsync()).ShouldBeEmpty();
    }
}
