using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Contracts;
using Noroshi.Kernel;
using Noroshi.Node;
using Noroshi.Storage;
using Noroshi.Tests.ReferenceData;
using Noroshi.Tests.Storage;

namespace Noroshi.Tests.Diplomacy.Desk.Features;

/// <summary>What the desk says of a state in its profile.</summary>
public sealed class DeskOfStateTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("en", "Promote the Convention on Cybercrime", "Ours: +2")]
    [InlineData("ja", "サイバー犯罪条約の普及を促進", "我が方：+2")]
    public async Task Positions_WhenAskedOfAnAlly_ShowTheirsOursAndTheSource(string language, string text, string ours)
    {
        var sections = await AskAsync("US", language, new DateOnly(2013, 12, 31));
        var fact = sections[ProfileTopic.Positions].Facts.Single(one => one.Detail!.Contains(text, StringComparison.Ordinal));
        fact.Detail.ShouldNotBeNull().ShouldContain(ours);
        (fact.Source.Length > 0, fact.AsOf.ToString(), fact.Confidence).ShouldBe((true, "2026-11", Confidence.A));
        fact.Text.ShouldContain("2011-11-01");
    }

    [Fact]
    public async Task Commitments_WhenBetweenUs_AreThoseAloneAndSayWhatIsOverdue()
    {
        var facts = (await AskAsync("IN", "en", new DateOnly(2026, 11, 28)))[ProfileTopic.Commitments].Facts;
        facts.ShouldHaveSingleItem().Burning.ShouldBeTrue("the dialogue was due in 2023 and nothing shows that it was held");
        (await AskAsync("IN", "en", new DateOnly(2023, 12, 31)))[ProfileTopic.Commitments].Facts.ShouldHaveSingleItem().Burning.ShouldBeFalse();
        (await AskAsync("US", "en", new DateOnly(2026, 11, 28)))[ProfileTopic.Commitments].Facts.Count.ShouldBe(19, "eighteen between the two, one with the Philippines");
    }

    [Fact]
    public async Task Sections_WhenNothingIsRecorded_SayWhatThatMeans()
    {
        var sections = await AskAsync("FJ", "en", new DateOnly(2026, 11, 28));
        sections[ProfileTopic.Positions].Facts.ShouldBeEmpty();
        sections[ProfileTopic.Positions].Nothing.ShouldContain("says nothing about its position");
        sections[ProfileTopic.Confidence].Nothing.ShouldContain("does not mean that it does nothing");
    }

    [Fact]
    public async Task Meetings_WhenBothAreNamed_AreListedLatestFirst()
    {
        var facts = (await AskAsync("HU", "ja", new DateOnly(2026, 11, 28)))[ProfileTopic.Meetings].Facts;
        facts.Select(one => one.Text).ShouldContain(text => text.Contains("ブダペスト会議", StringComparison.Ordinal));
    }

    private async Task<Dictionary<ProfileTopic, ProfileSection>> AskAsync(string state, string language, DateOnly day)
    {
        await using var services = await NodeServices.OpenAsync(new NodeOptions { DataDirectory = _folder.Path, ReferenceData = ReferenceFolderOfTheTree.Path });
        var culture = CultureInfo.GetCultureInfo(language);
        CultureInfo.CurrentUICulture = culture;
        List<ProfileSection> sections = [];
        foreach (var source in services.GetServices<IStateProfileSource>())
            sections.AddRange(await source.SectionsAsync(new ProfileQuestion(CountryCode.Parse("JP"), CountryCode.Parse(state), day, culture, null), TestContext.Current.CancellationToken));
        return sections.Where(section => section.Topic is ProfileTopic.Positions or ProfileTopic.Commitments or ProfileTopic.Meetings or ProfileTopic.Confidence).ToDictionary(section => section.Topic);
    }
}
