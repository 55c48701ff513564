using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Contracts;
using Noroshi.Kernel;
using Noroshi.Shell.ReferenceData;
using Noroshi.Tests.Law;

namespace Noroshi.Tests.ReferenceData;

public sealed class MembershipProfileTests(LawNode house) : IClassFixture<LawNode>
{
    [Fact]
    public async Task Organisations_WhenBothTakePart_StandFirstWithBothDates()
    {
        var sections = await AskAsync("PH", new DateOnly(2026, 11, 1), "en-GB");
        sections.Select(section => section.Topic).Distinct().ShouldBe([ProfileTopic.Organisations]);
        var forum = sections[0].Facts.Single(fact => fact.Text == "ASEAN Regional Forum");
        forum.Detail!.ShouldContain("Philippines: Member since 1994-07-25 · Japan: ");
        (forum.Source.Length > 0, forum.AsOf.HasValue, forum.Confidence.HasValue).ShouldBe((true, true, true));
        sections[1].Facts.ShouldContain(fact => fact.Text == "Association of Southeast Asian Nations");
        sections[0].Facts.ShouldNotContain(fact => fact.Text == "Association of Southeast Asian Nations");
    }

    [Fact]
    public async Task Organisations_WhenAskedInJapanese_AreNamedInIt() =>
        (await AskAsync("PH", new DateOnly(2026, 11, 1), "ja-JP"))[0].Facts.ShouldContain(fact => fact.Text == "ASEAN地域フォーラム" && fact.Detail!.StartsWith("フィリピン：", StringComparison.Ordinal));

    [Fact]
    public async Task Organisations_WhenTheDayIsBefore_AreLeftOut()
    {
        var then = await AskAsync("PH", new DateOnly(1960, 1, 1), "en-GB");
        then[0].Facts.ShouldNotContain(fact => fact.Text == "ASEAN Regional Forum");
        then[1].Nothing.ShouldContain("no proof");
    }

    private async Task<IReadOnlyList<ProfileSection>> AskAsync(string state, DateOnly day, string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var source = house.Node.Services.GetServices<IStateProfileSource>().OfType<MembershipProfile>().Single();
        return await source.SectionsAsync(new ProfileQuestion(CountryCode.Parse("JP"), CountryCode.Parse(state), day, CultureInfo.CurrentUICulture, null), default);
    }
}
