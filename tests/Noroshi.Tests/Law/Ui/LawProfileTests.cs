using System.Globalization;
using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Contracts;
using Noroshi.Kernel;
using Noroshi.Law.Ui.Profile;
using Noroshi.Tests.Shell;

namespace Noroshi.Tests.Law.Ui;

/// <summary>What the law room says in the profile of a state, from the reviewed data.</summary>
public sealed class LawProfileTests(LawNode house) : IClassFixture<LawNode>
{
    private static readonly DateOnly _day = new(2026, 11, 20);

    [Fact]
    public async Task Treaties_WhenBothAreBound_SayBothDatesWithTheWorseConfidence()
    {
        var between = (await AskAsync("PH", _day))[0];
        var budapest = between.Facts.Single(fact => fact.Text.EndsWith("(ETS185)", StringComparison.Ordinal));
        budapest.Detail!.ShouldContain("Japan: Party since 2012-11-01");
        budapest.Detail!.ShouldContain("Philippines: Party since 2018-07-01");
        budapest.Source.ShouldNotBeEmpty();
        budapest.AsOf.ShouldNotBeNull();
        budapest.Confidence.ShouldNotBeNull();
        (await AskAsync("PH", new DateOnly(2018, 6, 30)))[0].Facts.ShouldNotContain(fact => fact.Text.Contains("ETS185"), "the day before entry into force it binds only one");
    }

    [Fact]
    public async Task Treaties_WhenThereIsAnAgreement_NameIt()
    {
        (await AskAsync("US", _day))[0].Facts.ShouldContain(fact => fact.Text.Contains("MLAT-JP-US"));
        (await AskAsync("DE", _day))[0].Facts.Single(fact => fact.Text.Contains("MLAT-JP-EU")).Detail!.ShouldContain("through the European Union");
        (await AskAsync("PH", _day))[0].Facts.ShouldNotContain(fact => fact.Text.Contains("MLAT"));
    }

    [Fact]
    public async Task Reservations_WhenRecorded_StandWithSourceAndCoverage()
    {
        var texts = (await AskAsync("US", _day))[2];
        var reserved = texts.Facts.Single(fact => fact.Text.Contains("Article 22(2) (reservation)"));
        (reserved.Confidence, reserved.Source.Contains("from memory")).ShouldBe((Confidence.C, true));
        texts.Facts.ShouldNotContain(fact => fact.Text.Contains("27(2)"), "designations stand under authorities");
        texts.Note!.ShouldContain("ETS185: ");
        (await AskAsync("PH", _day))[3].Facts.ShouldContain(fact => fact.Text.Contains("Department of Justice, Office of Cybercrime"));
    }

    [Fact]
    public async Task Treaties_WhenNothingIsRecorded_AreNotSaidToBeNone()
    {
        var sections = await AskAsync("TV", _day);
        sections[0].Facts.ShouldBeEmpty();
        sections[0].Nothing.ShouldContain("no proof");
        sections[2].Nothing.ShouldContain("no proof");
        sections[1].Facts.ShouldContain(fact => fact.Detail!.Contains("Tuvalu: ") && fact.Detail.Contains("Japan: Party"));
    }

    [Fact]
    public async Task Sections_WhenTheRoleMayNotReadLaw_AreWithheld()
    {
        (await AskAsync("PH", _day, TestNode.Person("csirt", Role.Operator))).ShouldBeEmpty();
        (await AskAsync("PH", _day, TestNode.Person("csirt", Role.CapacityOfficer))).ShouldNotBeEmpty();
        (await AskAsync("PH", _day, TestNode.Person("csirt"))).ShouldBeEmpty();
    }

    private async Task<IReadOnlyList<ProfileSection>> AskAsync(string state, DateOnly day, ClaimsPrincipal? person = null)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-GB");
        var source = house.Node.Services.GetServices<IStateProfileSource>().OfType<LawProfile>().Single();
        return await source.SectionsAsync(new ProfileQuestion(CountryCode.Parse("JP"), CountryCode.Parse(state), day, CultureInfo.CurrentUICulture, person), default);
    }
}
