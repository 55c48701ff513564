using System.Globalization;
using Noroshi.Contracts;
using Noroshi.Diplomacy.Brief;
using Noroshi.Tests.Shell;

namespace Noroshi.Tests.Diplomacy.Brief;

/// <summary>How the brief is put together, whatever the rooms do.</summary>
public sealed class MakeBriefTests
{
    private static readonly System.Security.Claims.ClaimsPrincipal _diplomat = TestNode.Person("ministry", Role.Diplomat);

    [Fact]
    public async Task Brief_WhenNobodyKnowsAnything_NamesEveryTopicAsNotKept()
    {
        var brief = await Briefs.Of(new HeldTimers()).ForPersonAsync(Briefs.Ask(), _diplomat, default);
        brief.Topics.Select(topic => topic.Topic).ShouldBe(["treaties", "strategies", "organisations", "positions", "votes", "commitments", "meetings", "confidence", "contacts", "traffic", "cases", "projects", "maturity", "weak-links"]);
        brief.Topics.ShouldAllBe(topic => topic.Standing == TopicStanding.NotKept);
        BriefWords.NotKept(brief)!.ShouldContain("Treaties and agreements, Strategies and laws");
        (brief.OwnState, brief.State, brief.Name, brief.Day, brief.Marking, brief.Exercise).ShouldBe(("JP", "PH", "Philippines", "2026-11-20", "TLP:AMBER", true));
    }

    [Fact]
    public async Task Brief_WhenARoomThrows_KeepsTheOthersAndNamesIt()
    {
        var failing = new InventedSource(ProfileTopic.Contacts, (_, _) => throw new InvalidOperationException("broken"));
        var brief = await Briefs.Of(new HeldTimers(), InventedSource.Saying(ProfileTopic.Treaties, Briefs.Fact("Bound")), failing).ForPersonAsync(Briefs.Ask(), _diplomat, default);
        brief.Topics.Single(topic => topic.Topic == "treaties").Sections.Single().Facts.Single().Text.ShouldBe("Bound");
        var contacts = brief.Topics.Single(topic => topic.Topic == "contacts");
        (contacts.Standing, contacts.Missing.Count).ShouldBe((TopicStanding.Missing, 1));
        BriefWords.Remarks(brief, contacts).Single().ShouldContain("did not answer: this part is incomplete");
    }

    [Fact]
    public async Task Brief_WhenARoomNeverAnswers_GoesOnWithoutIt()
    {
        var clock = new HeldTimers();
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var waiting = new InventedSource(ProfileTopic.Treaties, async (_, cancel) =>
        {
            using var told = cancel.Register(stopped.SetResult);
            await new TaskCompletionSource().Task;
            return [];
        });
        var held = new TaskCompletionSource<IReadOnlyList<ProfileSection>>(TaskCreationOptions.RunContinuationsAsynchronously);
        var quick = new InventedSource(ProfileTopic.Treaties, (_, _) => held.Task);
        var making = Briefs.Of(clock, waiting, quick).ForPersonAsync(Briefs.Ask(), _diplomat, default);
        held.SetResult([new ProfileSection(ProfileTopic.Treaties, "Quick", "") { Facts = [Briefs.Fact("Known")] }]);
        await clock.RingAsync(waiting: 1);
        var topic = (await making).Topics.Single(each => each.Topic == "treaties");
        topic.Standing.ShouldBe(TopicStanding.Shown);
        topic.Sections.Single().Facts.Single().Text.ShouldBe("Known");
        topic.Missing.Count.ShouldBe(1, "what is shown is said to be incomplete");
        await stopped.Task;
    }

    [Fact]
    public async Task Brief_WhenTheReaderMayNotSeeATopic_SaysThatItIsKeptAndNotOpen()
    {
        var brief = await Briefs.Of(new HeldTimers(), new InventedSource(ProfileTopic.Traffic, (_, _) => Task.FromResult<IReadOnlyList<ProfileSection>>([]))).ForPersonAsync(Briefs.Ask(), _diplomat, default);
        var traffic = brief.Topics.Single(topic => topic.Topic == "traffic");
        traffic.Standing.ShouldBe(TopicStanding.NotOpen);
        BriefWords.Remarks(brief, traffic).Single().ShouldContain("not open to your role");
    }

    [Fact]
    public async Task Sources_WhenAsked_AreToldWhoReadsAndInWhichLanguage()
    {
        var asked = new List<(ProfileQuestion Question, string Culture)>();
        var source = new InventedSource(ProfileTopic.Votes, (question, _) =>
        {
            asked.Add((question, CultureInfo.CurrentUICulture.Name));
            return Task.FromResult<IReadOnlyList<ProfileSection>>([]);
        });
        var before = CultureInfo.CurrentUICulture;
        var making = Briefs.Of(new HeldTimers(), source);
        (await making.ForPersonAsync(Briefs.Ask(Briefs.Japanese), _diplomat, default)).Name.ShouldBe("フィリピン");
        await making.ForFolderAsync(Briefs.Ask(), default);
        asked.Select(each => (each.Question.Person is null, each.Culture)).ShouldBe([(false, "ja-JP"), (true, "en-GB")]);
        CultureInfo.CurrentUICulture.ShouldBe(before, "the language of the brief is not that of who asked");
        await Should.ThrowAsync<ArgumentNullException>(() => making.ForPersonAsync(Briefs.Ask(), null!, default));
    }

    [Fact]
    public async Task Brief_WhenItIsGivenUp_StopsAndIsNoBrief()
    {
        using var giving = new CancellationTokenSource();
        var waiting = new InventedSource(ProfileTopic.Votes, async (_, cancel) =>
        {
            await giving.CancelAsync();
            await Task.Delay(Timeout.Infinite, cancel);
            return [];
        });
        await Should.ThrowAsync<OperationCanceledException>(() => Briefs.Of(new HeldTimers(), waiting).ForPersonAsync(Briefs.Ask(), _diplomat, giving.Token));
    }

    [Fact]
    public async Task Overdue_WhenAnythingBurns_IsGatheredFromAllTopics()
    {
        var brief = await Briefs.Of(
            new HeldTimers(),
            InventedSource.Saying(ProfileTopic.Contacts, Briefs.Fact("silent desk") with { Burning = true }, Briefs.Fact("open desk")),
            InventedSource.Saying(ProfileTopic.Commitments, Briefs.Fact("late promise") with { Burning = true })).ForPersonAsync(Briefs.Ask(), _diplomat, default);
        brief.Overdue.Select(fact => fact.Text).ShouldBe(["late promise", "silent desk"], "in reading order");
    }
}
