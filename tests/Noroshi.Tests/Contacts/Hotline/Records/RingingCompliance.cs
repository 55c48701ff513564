using Noroshi.Contacts.Hotline;
using Noroshi.Contracts;
using Noroshi.Tests.Contacts.Hotline.Talk;

namespace Noroshi.Tests.Contacts.Hotline.Records;

/// <summary>What ringing promises, whichever database is below.</summary>
public abstract class RingingCompliance : HotlinePair
{
    [Fact]
    public async Task Ring_WhenAPeerSendsMany_IsLimited()
    {
        for (var at = 0; at < 7; at++)
        {
            await Jp.SayAsync("m" + at);
            Clock.Advance(TimeSpan.FromSeconds(10));
        }

        await Jp.CarryAsync(Ph);
        var rings = await Ph.Of<RingRecords>().OpenAsync(default);
        rings.Count.ShouldBe(7, "what does not ring is kept and shown");
        rings.Count(ring => ring.Rang).ShouldBe(RingLimit.Default);
        Clock.Advance(RingLimit.Window);
        await Jp.SayAsync("later");
        await Jp.CarryAsync(Ph);
        (await Ph.Of<RingRecords>().OpenAsync(default)).Count(ring => ring.Rang).ShouldBe(RingLimit.Default + 1);
    }

    [Fact]
    public async Task Ladder_WhenNobodyAcknowledges_IsClimbedInThirdsAndRecorded()
    {
        await Ph.Records.TransactAsync(transaction => SettingRecords.WriteLadderAsync(transaction, [("csirt", Role.Analyst), ("", Role.Administrator)], default), default);
        var said = await Jp.SayAsync("flash", precedence: Precedence.Flash);
        await Jp.CarryAsync(Ph);
        var ladder = Ph.Of<EscalationClock>();
        Clock.Advance(TimeSpan.FromSeconds(99));
        (await ladder.ClimbAsync(default)).ShouldBe(0);
        Clock.Advance(TimeSpan.FromSeconds(1));
        (await ladder.ClimbAsync(default)).ShouldBe(1);
        (await ladder.ClimbAsync(default)).ShouldBe(0, "each rung is climbed once");
        Clock.Advance(TimeSpan.FromSeconds(100));
        (await ladder.ClimbAsync(default)).ShouldBe(1);
        Clock.Advance(TimeSpan.FromHours(1));
        (await ladder.ClimbAsync(default)).ShouldBe(0, "the ladder ends");
        var steps = (await Ph.ViewAsync(said.Conversation)).Messages[0].Escalations;
        steps.Select(step => (step.Position, step.Organisation, step.Role)).ShouldBe([(1, "csirt", "Analyst"), (2, "", "Administrator")]);
        (steps[1].At - steps[0].At).ShouldBe(TimeSpan.FromSeconds(100));
        (await Ph.ActsAsync()).Count(act => act == "hotline.escalated").ShouldBe(2);
    }

    [Fact]
    public async Task Ladder_WhenSomebodyAcknowledges_Stops()
    {
        var said = await Jp.SayAsync("flash", precedence: Precedence.Flash);
        await Jp.CarryAsync(Ph);
        await Ph.GiveAsync(said.Id, ReceiptKind.Acknowledged);
        Clock.Advance(TimeSpan.FromHours(1));
        (await Ph.Of<EscalationClock>().ClimbAsync(default)).ShouldBe(0);
        (await Ph.Of<RingRecords>().OpenAsync(default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Ladder_WhenTheNodeSlept_CatchesUpAtOnce()
    {
        await Ph.Records.TransactAsync(transaction => SettingRecords.WriteLadderAsync(transaction, [("", Role.Analyst), ("", Role.Diplomat), ("", Role.Administrator)], default), default);
        await Jp.SayAsync("flash", precedence: Precedence.Flash);
        await Jp.CarryAsync(Ph);
        Clock.Advance(TimeSpan.FromHours(2));
        (await Ph.Of<EscalationClock>().ClimbAsync(default)).ShouldBe(3);
    }

    [Fact]
    public async Task Ring_WhenTheLadderReachesAnAdministrator_RingsThereToo()
    {
        await Jp.SayAsync("flash", precedence: Precedence.Flash);
        await Jp.CarryAsync(Ph);
        var rings = Ph.Of<RingRecords>();
        async Task<bool> RingsAsync(Role role, bool onDuty = false) =>
            WhoRings.Rings((await rings.OpenAsync(default))[0], [role], "csirt", onDuty, await rings.EscalationsAsync(null, default));
        (await RingsAsync(Role.Diplomat)).ShouldBeTrue();
        (await RingsAsync(Role.Analyst)).ShouldBeTrue();
        (await RingsAsync(Role.Administrator)).ShouldBeFalse();
        (await RingsAsync(Role.Administrator, onDuty: true)).ShouldBeTrue();
        (await RingsAsync(Role.Auditor, onDuty: true)).ShouldBeFalse();
        Clock.Advance(TimeSpan.FromMinutes(2));
        await Ph.Of<EscalationClock>().ClimbAsync(default);
        (await RingsAsync(Role.Administrator)).ShouldBeTrue();
        (await RingsAsync(Role.Auditor)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("routine", 4, true)]
    [InlineData("routine", 5, false)]
    [InlineData("flash", 5, true)]
    public void MayRing_WhenOthersRang_CountsAllButFlash(string precedence, int before, bool expected)
    {
        var now = Clock.GetUtcNow();
        RingLimit.MayRing(now, HotlineWords.PrecedenceOf(precedence)!.Value, Enumerable.Range(0, before).Select(at => (now.AddMinutes(-at), Precedence.Priority)), 5).ShouldBe(expected);
    }

    [Theory]
    [InlineData(59, false)]
    [InlineData(60, true)]
    public void MayRing_WhenFlashRangBefore_WaitsAMinute(int secondsAgo, bool expected)
    {
        var now = Clock.GetUtcNow();
        RingLimit.MayRing(now, Precedence.Flash, [(now.AddSeconds(-secondsAgo), Precedence.Flash)], 5).ShouldBe(expected);
        RingLimit.MayRing(now, Precedence.Routine, [.. Enumerable.Range(0, 9).Select(_ => (now, Precedence.Flash))], 5).ShouldBeTrue("flash is not counted");
    }

    [Fact]
    public void Targets_WhenNeverSet_AreTheDefaults()
    {
        var targets = new HotlineSettings().Targets;
        Enum.GetValues<Precedence>().Select(one => targets.Of(one).TotalMinutes).ShouldBe([5, 30, 180, 1440]);
    }

    [Fact]
    public async Task Settings_WhenSaved_AreReadBack()
    {
        var settings = new HotlineSettings
        {
            Targets = new AcknowledgementTargets(TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1), TimeSpan.FromHours(48)),
            RingLimit = 9,
            TestAt = new TimeOnly(23, 5),
            Hook = new Uri("https://duty.example/hook"),
            HookSecret = "0123456789abcdef",
            LinkAddress = "https://noroshi.example",
        };
        await Jp.Of<ChangeHotline>().SaveAsync(new("u", null), settings, default);
        (await Jp.Of<SettingRecords>().ReadAsync(default)).ShouldBe(settings);
        (await Jp.Records.FirstAsync<string>("SELECT details FROM audit_event", null, default))!.ShouldNotContain("0123456789abcdef");
    }

    [Fact]
    public async Task Duty_WhenTaken_IsKeptUntilItIsGivenBack()
    {
        var rings = Jp.Of<RingRecords>();
        foreach (var onDuty in new[] { true, true, false })
        {
            await Jp.Records.TransactAsync(transaction => RingRecords.SetDutyAsync(transaction, "u", onDuty, Clock.GetUtcNow(), default), default);
            (await rings.IsOnDutyAsync("u", default)).ShouldBe(onDuty);
        }

        (await rings.IsOnDutyAsync("other", default)).ShouldBeFalse();
    }

    [Fact]
    public async Task Phrase_WhenRetired_IsNoLongerOffered()
    {
        var phrase = new Phrase { Id = "p1", Kind = "notification", Urgency = "routine", TitleJa = "題", TitleEn = "Title", TextJa = "本文", TextEn = "Text" };
        await Jp.Records.TransactAsync(transaction => SettingRecords.AddPhraseAsync(transaction, phrase, "u", Clock.GetUtcNow(), default), default);
        (await Jp.Of<SettingRecords>().PhrasesAsync(default)).ShouldHaveSingleItem().ShouldBe(phrase);
        Task<bool> RetireAsync() => Jp.Records.TransactAsync(transaction => SettingRecords.RetirePhraseAsync(transaction, "p1", Clock.GetUtcNow(), default), default);
        (await RetireAsync()).ShouldBeTrue();
        (await RetireAsync()).ShouldBeFalse();
        (await Jp.Of<SettingRecords>().PhrasesAsync(default)).ShouldBeEmpty();
    }
}
