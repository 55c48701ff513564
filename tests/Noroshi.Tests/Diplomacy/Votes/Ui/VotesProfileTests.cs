using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Contracts;
using Noroshi.Diplomacy.Votes.Ui;
using Noroshi.Kernel;

namespace Noroshi.Tests.Diplomacy.Votes.Ui;

/// <summary>What recorded votes say in the profile of a state.</summary>
public sealed class VotesProfileTests(VotesNode house) : IClassFixture<VotesNode>
{
    [Theory]
    [InlineData("en", "Agreement over all kept votes", "Position by votes")]
    [InlineData("ja", "全ての記録投票での一致度", "投票に基づく位置")]
    public async Task State_WhenItsVotesAreKept_IsMeasuredWithCountSourceAndDay(string language, string agreement, string position)
    {
        var section = await AskAsync("US", language);
        var fact = section.Facts.Single(one => one.Text.Contains(agreement, StringComparison.Ordinal));
        (fact.Source, fact.Confidence, fact.AsOf is not null).ShouldBe(("unvotes", Confidence.B, true));
        fact.Detail.ShouldNotBeNull().ShouldMatch(@"\d+");
        section.Facts.ShouldContain(one => one.Text.Contains(position, StringComparison.Ordinal));
        section.Facts.ShouldNotContain(one => one.Text.Contains("Profile", StringComparison.Ordinal));
    }

    [Fact]
    public async Task State_WhenNoVoteOfItIsKept_IsSaidToHaveNone()
    {
        var section = await AskAsync("FJ", "en");
        section.Facts.ShouldBeEmpty();
        section.Nothing.ShouldBe("No recorded vote of this state is kept.");
    }

    private async Task<ProfileSection> AskAsync(string state, string language)
    {
        await house.EstimatedAsync();
        var culture = CultureInfo.GetCultureInfo(language);
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
        var source = house.Node.Services.GetServices<IStateProfileSource>().OfType<VotesProfile>().Single();
        return (await source.SectionsAsync(new ProfileQuestion(CountryCode.Parse("JP"), CountryCode.Parse(state), new DateOnly(2026, 11, 28), culture, null), TestContext.Current.CancellationToken)).ShouldHaveSingleItem();
    }
}
