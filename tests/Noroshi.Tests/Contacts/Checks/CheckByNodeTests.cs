using Microsoft.Extensions.DependencyInjection;
using Noroshi.Contacts.Domain;
using Noroshi.Contacts.Exercise;
using Noroshi.Contacts.Features;
using Noroshi.Contacts.Store;
using Noroshi.Federation;
using Noroshi.Node.Hosting;
using Noroshi.Shell;
using Noroshi.Shell.Audit;
using Noroshi.Tests.Federation;

namespace Noroshi.Tests.Contacts.Checks;

/// <summary>Communication checks between two whole nodes, over the real line; the asked node's clock is nine hours ahead.</summary>
public sealed class CheckByNodeTests : IAsyncLifetime
{
    private const string Desk = "ph-ex-247";
    private PairedNode _jp = null!;
    private PairedNode _ph = null!;

    public async ValueTask InitializeAsync()
    {
        _jp = await PairedNode.StartAsync("JP", room: "contacts");
        _ph = await PairedNode.StartAsync("PH", room: "contacts", clock: new ShiftedClock(TimeSpan.FromHours(9)));
        await _jp.PeerWithAsync(_ph);
        await StageContacts.RunAsync(new ExerciseStage(_ph.Services, _ph.Data, _ => { }), default);
        await _ph.Services.GetRequiredService<ShareContacts>().RunAsync(Actor.System, default);
        await PairedNode.UntilAsync(async () => (await Of<ContactDirectory>(_jp).CurrentAsync(default)).Point(AtJp(Desk)) is not null);
    }

    public async ValueTask DisposeAsync()
    {
        await _jp.DisposeAsync();
        await _ph.DisposeAsync();
    }

    [Fact]
    public async Task Check_WhenThePeersNodeAnswers_IsMeasuredByTheAskersClockAlone()
    {
        var sent = await SendAsync(Desk);
        sent.Check.Ways.ShouldBe([CheckWay.Node, CheckWay.Link]);
        var asked = await ArrivedAsync();
        (asked.PointId, asked.State, asked.CheckId).ShouldBe((Desk, "JP", sent.Check.Id));

        (await AnswerAsync(asked.Id)).ShouldBe(AnswerOutcome.Done);
        await PairedNode.UntilAsync(async () => (await CheckAsync(sent)).AnsweredAt is not null);

        var answered = await CheckAsync(sent);
        (answered.AnsweredBy, answered.IsTimely).ShouldBe((CheckWay.Node, true));
        answered.Latency!.Value.ShouldBeInRange(TimeSpan.Zero, TimeSpan.FromMinutes(5));
        (await AnswerAsync(sent.Check.Id)).ShouldBe(AnswerOutcome.Answered);
        var (here, there) = (await _jp.ActsAsync(), await _ph.ActsAsync());
        (here.Count(act => act == "contacts.check.sent"), here.Count(act => act == "contacts.check.answered")).ShouldBe((1, 1));
        (there.Count(act => act == "contacts.check.asked"), there.Count(act => act == "contacts.check.confirmed")).ShouldBe((1, 1));
    }

    [Fact]
    public async Task Check_WhenTheLinkWasFaster_KeepsTheFirstAnswer()
    {
        var sent = await SendAsync(Desk);
        var asked = await ArrivedAsync();
        var token = sent.Path[SendCheck.AnswerPath.Length..];
        await _jp.Records.TransactAsync(transaction => Of<CheckRecords>(_jp).AnswerAsync(transaction, token, default), default);
        var first = await CheckAsync(sent);

        (await AnswerAsync(asked.Id)).ShouldBe(AnswerOutcome.Done);

        var message = (await Of<AnswerCheck>(_ph).ListAsync(default)).Single().Message!;
        (await _ph.SettledAsync(message)).State.ShouldBe(DeliveryState.Delivered);
        (await CheckAsync(sent)).ShouldBe(first with { AnsweredBy = CheckWay.Link });
        (await _jp.ActsAsync()).Count(act => act == "contacts.check.answered").ShouldBe(1);
    }

    [Fact]
    public async Task Check_WhenThePointEndedThere_IsSetAsideAndSaidWhy()
    {
        await Of<KeepContacts>(_ph).RetireAsync(Desk, "desk closed", Actor.System, "D", default);
        var delivery = await _jp.SettledAsync((await SendAsync(Desk)).Check.Message!);
        (delivery.State, delivery.Reason!.Contains("no longer in use", StringComparison.Ordinal)).ShouldBe((DeliveryState.Refused, true));
        (await Of<AnswerCheck>(_ph).ListAsync(default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Check_WhenThePointEndsBeforeTheAnswer_IsNotAnswered()
    {
        await SendAsync(Desk);
        var asked = await ArrivedAsync();
        await Of<KeepContacts>(_ph).RetireAsync(Desk, "desk closed", Actor.System, "D", default);
        (await AnswerAsync(asked.Id)).ShouldBe(AnswerOutcome.Ended);
        (await AnswerAsync("no-such-check")).ShouldBe(AnswerOutcome.Unknown);
    }

    [Fact]
    public async Task Check_WhenTheAgreementDoesNotLetItOut_GoesByLinkAlone()
    {
        await _jp.Desk.AgreeAsync(_ph.NodeId, Agreement.Initial with { Send = ["contacts.entries"] }, Actor.System, default);
        var sent = await SendAsync(Desk);
        sent.Check.Ways.ShouldBe([CheckWay.Link]);
        sent.Note.ShouldContain("does not let messages of type contacts.check out");
        (await CheckAsync(sent)).Message.ShouldBeNull();
    }

    [Fact]
    public async Task Answer_WhenThePeeringIsSuspended_IsNotGiven()
    {
        await SendAsync(Desk);
        var asked = await ArrivedAsync();
        await _ph.Desk.SuspendAsync(_jp.NodeId, Actor.System, default);
        (await AnswerAsync(asked.Id)).ShouldBe(AnswerOutcome.NoLine);
        (await Of<AnswerCheck>(_ph).ListAsync(default)).Single().AnsweredAt.ShouldBeNull();
    }

    private static T Of<T>(PairedNode node)
        where T : notnull => node.Services.GetRequiredService<T>();

    private string AtJp(string point) => EntryNames.OfPeer(_ph.NodeId, point);

    private Task<SentCheck> SendAsync(string point) => Of<SendCheck>(_jp).SendAsync(AtJp(point), announced: false, default);

    private async Task<AnswerOutcome> AnswerAsync(string id) => (await Of<AnswerCheck>(_ph).AnswerAsync(id, default)).Outcome;

    private async Task<AskedCheck> ArrivedAsync()
    {
        await PairedNode.UntilAsync(async () => (await Of<AnswerCheck>(_ph).ListAsync(default)).Count > 0);
        return (await Of<AnswerCheck>(_ph).ListAsync(default)).Single();
    }

    private async Task<ContactCheck> CheckAsync(SentCheck sent) => (await Of<CheckRecords>(_jp).ListAsync(null, sent.Point.Id, default)).Single();
}
