using System.Globalization;
using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Contracts;
using Noroshi.Kernel;
using Noroshi.Observatory.Ui.Profile;
using Noroshi.Tests.Observatory.Api;
using Noroshi.Tests.Shell;

namespace Noroshi.Tests.Observatory.Ui;

/// <summary>What the observatory says in the profile of a state, to whom.</summary>
public sealed class TrafficProfileTests(ObservatoryNode house) : IClassFixture<ObservatoryNode>
{
    private static readonly DateOnly _day = new(2026, 3, 1);

    [Fact]
    public async Task Traffic_WhenSeen_HasUnitPeriodSourcesAndNetwork()
    {
        var facts = (await AskAsync("PH", _day, TestNode.Person("csirt", Role.Analyst)))[0].Facts;
        facts.Select(fact => fact.Text).ShouldBe(["40 flows in 7 days", "40 flows in 30 days"]);
        facts[0].Detail!.ShouldContain("2026-02-23 – 2026-03-01");
        facts[0].Detail!.ShouldContain("40 source addresses");
        facts[0].Detail!.ShouldContain("nothing to compare with before");
        facts[0].Detail!.ShouldContain("AS64512");
        facts[0].Source.ShouldBe("observations of this node, sensors: 1");
        facts[0].AsOf.ShouldBe((PartialDate)_day);
        facts[0].Href.ShouldBe("/observatory?country=PH&unit=flow&from=2026-02-23&to=2026-03-02");
    }

    [Fact]
    public async Task Traffic_WhenAnotherOrganisationSawIt_IsNotCounted()
    {
        (await AskAsync("VN", _day, TestNode.Person("csirt", Role.Analyst)))[0].Facts[0].Text.ShouldBe("12 flows in 7 days");
        (await AskAsync("VN", _day, TestNode.Person("police", Role.Analyst)))[0].Facts[0].Text.ShouldBe("60 flows in 7 days");
        (await AskAsync("VN", _day, null))[0].Facts[0].Text.ShouldBe("72 flows in 7 days", "whoever owns the folder sees every sensor");
    }

    [Fact]
    public async Task Traffic_WhenTheSourcesAreFew_IsHiddenFromThoseWhoGetAggregates()
    {
        (await AskAsync("BR", _day, TestNode.Person("csirt", Role.Diplomat)))[0].Facts.ShouldAllBe(fact => fact.Text.StartsWith("Too few sources", StringComparison.Ordinal));
        (await AskAsync("BR", _day, TestNode.Person("csirt", Role.Analyst)))[0].Facts[0].Text.ShouldBe("2 flows in 7 days");
    }

    [Fact]
    public async Task Traffic_WhenNothingCame_IsAFigureAndNotUnknown() =>
        (await AskAsync("TV", _day, TestNode.Person("csirt", Role.Analyst)))[0].Facts.Select(fact => fact.Text).ShouldBe(["Nothing seen in 7 days", "Nothing seen in 30 days"]);

    [Fact]
    public async Task Traffic_WhenNothingIsHeldOfThatTime_SaysSo()
    {
        var sections = await AskAsync("PH", new DateOnly(2020, 1, 1), TestNode.Person("csirt", Role.Analyst));
        sections[0].Facts.ShouldBeEmpty();
        sections[0].Nothing.ShouldContain("no observations of that time");
        (await AskAsync("PH", _day, TestNode.Person("no-such-organisation", Role.Analyst)))[0].Facts.ShouldBeEmpty();
    }

    [Fact]
    public async Task Sections_WhenTheRoleMayNotLook_AreWithheld()
    {
        (await AskAsync("PH", _day, TestNode.Person("csirt", Role.Operator))).ShouldBeEmpty();
        (await AskAsync("PH", _day, TestNode.Person("csirt"))).ShouldBeEmpty();
        (await AskAsync("PH", _day, TestNode.Person("csirt", Role.Diplomat))).Select(section => section.Facts.Count > 0).ShouldBe([true, false], "traffic towards a state is not kept");
    }

    private async Task<IReadOnlyList<ProfileSection>> AskAsync(string state, DateOnly day, ClaimsPrincipal? person)
    {
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-GB");
        var source = house.Node.Services.GetServices<IStateProfileSource>().OfType<TrafficProfile>().Single();
        return await source.SectionsAsync(new ProfileQuestion(CountryCode.Parse("JP"), CountryCode.Parse(state), day, CultureInfo.CurrentUICulture, person), default);
    }
}
