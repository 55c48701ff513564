using System.Net;
using Noroshi.Contracts;

namespace Noroshi.Tests.Law.Ui;

/// <summary>The pages as a reader without script gets them, in both languages.</summary>
public sealed class LawPagesTests(LawNode house) : IClassFixture<LawNode>
{
    [Theory]
    [InlineData("en", "Convention on Cybercrime", "Party", "an authority decides")]
    [InlineData("ja", "サイバー犯罪条約", "締約国", "権限のある当局")]
    public async Task Start_WhenRead_ListsInstrumentsInTheLanguage(string language, string name, string party, string decides)
    {
        var person = house.As(Role.Diplomat);
        await person.GetAsync("/law?lang=" + language);
        var page = await person.GetAsync("/law");
        foreach (var words in new[] { name, decides, "ETS185", "MLAT-JP-US", "UNCC" }) page.Text.ShouldContain(words);
        (await person.GetAsync("/law/instruments/ETS185")).Text.ShouldContain(party);
        foreach (var key in new[] { "Status_", "Kind_", "What_", "Role_", "Coverage_" }) page.Text.ShouldNotContain(key);
    }

    [Fact]
    public async Task Instrument_WhenADayIsAsked_ShowsTheCountsOfThatDayAndKeepsThemInItsLinks()
    {
        var page = await house.As(Role.Auditor).GetAsync("/law/instruments/ETS185?on=2018-09-30&basis=deposited");
        page.Document.QuerySelector(".tile-figure")!.TextContent.ShouldStartWith("61");
        page.Document.QuerySelector("a[href='/law/instruments/ETS185?on=2018-09-30&basis=deposited']").ShouldNotBeNull("the permanent link");
        page.Document.QuerySelectorAll("#states a[href^='/law/states/JP?on=2018-09-30']").Length.ShouldBe(1);
        page.Document.QuerySelectorAll(".figure-table table tbody tr").Length.ShouldBe(18, "the chart stands beside its table");
        page.Document.QuerySelector("a[href='/api/v1/law/status/ETS185?on=2018-09-30&basis=deposited&format=csv']").ShouldNotBeNull();
        var inForce = await house.As(Role.Auditor).GetAsync("/law/instruments/ETS185?on=2018-09-30&basis=in-force");
        inForce.Document.QuerySelector(".tile-figure")!.TextContent.ShouldStartWith("57");
    }

    [Fact]
    public async Task Instrument_WhenNarrowedAndSorted_ShowsOnlyWhatFits()
    {
        var page = await house.As(Role.Auditor).GetAsync("/law/instruments/ETS185?on=2011-11-30&status=signatory&sort=-since");
        page.Document.QuerySelectorAll("#states tbody tr").Length.ShouldBe(15);
        page.Document.QuerySelector("#states tbody tr th a")!.GetAttribute("href")!.ShouldStartWith("/law/states/TR?");
    }

    [Fact]
    public async Task Instrument_WhenTheDayIsLaterThanTheLastCheck_SaysSo()
    {
        await house.As(Role.Investigator).GetAsync("/law?lang=en");
        (await house.As(Role.Investigator).GetAsync("/law/instruments/ETS185?on=2026-11-01")).Text.ShouldContain("Nothing was verified after 2026-01-14");
        (await house.As(Role.Investigator).GetAsync("/law/instruments/ETS185?on=2020-01-01")).Text.ShouldNotContain("Nothing was verified");
        (await house.As(Role.Investigator).GetAsync("/law/instruments/CIS2001")).Text.ShouldContain("That says nothing about who is bound");
        (await house.As(Role.Investigator).GetAsync("/law/instruments/EU2023-1543?on=2026-09-01&basis=in-force")).Text.ShouldContain("Denmark");
    }

    [Fact]
    public async Task State_WhenTextsAreNotRecorded_NeverSaysThatThereAreNone()
    {
        await house.As(Role.Investigator).GetAsync("/law?lang=en");
        (await house.As(Role.Investigator).GetAsync("/law/states/BR")).Text.ShouldContain("Reservations not recorded");
        (await house.As(Role.Investigator).GetAsync("/law/states/KP")).Text.ShouldContain("Reservations not recorded");
        var japan = await house.As(Role.Investigator).GetAsync("/law/states/jp?on=2020-01-01");
        foreach (var words in new[] { "29(4)", "National Police Agency", "Penal Code", "from memory or unchecked", "Reservations recorded in part" }) japan.Text.ShouldContain(words);
    }

    [Fact]
    public async Task State_WhenSourcesContradictEachOther_ShowsTheDoubt()
    {
        await house.As(Role.Investigator).GetAsync("/law?lang=en");
        var page = await house.As(Role.Investigator).GetAsync("/law/states/LU?on=2015-03-01&basis=in-force");
        page.Text.ShouldContain("In doubt: sources contradict each other.");
        page.Text.ShouldContain("2015-05-01");
    }

    [Fact]
    public async Task State_WhenItIsATerritory_SaysOfWhichStateItIsPart()
    {
        await house.As(Role.Investigator).GetAsync("/law?lang=en");
        var page = await house.As(Role.Investigator).GetAsync("/law/states/CW?on=2024-10-01&basis=in-force");
        page.Text.ShouldContain("Territory of Netherlands");
        page.Text.ShouldContain("extended to it");
        page.Document.QuerySelector("#instruments tbody")!.TextContent.ShouldNotContain("Party");
    }

    [Fact]
    public async Task Profile_WhenTheRoleMayReadTheLaw_LeadsToIt()
    {
        (await house.As(Role.Diplomat).GetAsync("/states/JP")).Document.QuerySelector("a[href='/law/states/JP']").ShouldNotBeNull();
        (await house.As(Role.Operator).GetAsync("/states/JP")).Document.QuerySelector("a[href='/law/states/JP']").ShouldBeNull();
    }

    [Fact]
    public async Task Palette_WhenAnInstrumentIsSought_FindsItForThoseWhoMayReadIt()
    {
        (await house.As(Role.Diplomat).GetAsync("/find?q=ETS185")).Html.ShouldContain("/law/instruments/ETS185");
        (await house.As(Role.Operator).GetAsync("/find?q=ETS185")).Html.ShouldNotContain("/law/instruments/ETS185");
    }

    [Theory]
    [InlineData("/law/instruments/ETS158", HttpStatusCode.NotFound)]
    [InlineData("/law/instruments/%3Cscript%3Ealert(1)%3C%2Fscript%3E", HttpStatusCode.NotFound)]
    [InlineData("/law/instruments/ETS185?on=2011-02-30", HttpStatusCode.BadRequest)]
    [InlineData("/law/states/QQ", HttpStatusCode.NotFound)]
    [InlineData("/law/matrix?basis=both", HttpStatusCode.BadRequest)]
    [InlineData("/law/matrix?group=NOBODY", HttpStatusCode.NotFound)]
    [InlineData("/law/changes?from=2025-01-01&to=2024-01-01", HttpStatusCode.BadRequest)]
    public async Task Page_WhenTheAddressIsWrong_SaysSoAndRepeatsNothingHarmful(string path, HttpStatusCode status)
    {
        var page = await house.As(Role.Analyst).GetAsync(path);
        page.Status.ShouldBe(status);
        page.Html.ShouldNotContain("<script>alert");
        page.Document.QuerySelector(".alert.error").ShouldNotBeNull();
    }

    [Fact]
    public async Task Matrix_WhenInstrumentsAreTicked_HasOneColumnForEach()
    {
        var page = await house.As(Role.Analyst).GetAsync("/law/matrix?on=2024-10-01&group=G7&instruments=ETS185&instruments=CETS224");
        page.Document.QuerySelectorAll("main table thead th").Length.ShouldBe(3);
        page.Document.QuerySelectorAll("main table tbody tr").Length.ShouldBe(7);
        page.Document.QuerySelectorAll("input[name=instruments][checked]").Length.ShouldBe(2);
    }

    [Fact]
    public async Task Changes_WhenFiltered_AreThoseOfTheStateInThePeriod()
    {
        var page = await house.As(Role.Analyst).GetAsync("/law/changes?from=2012-01-01&to=2012-12-31&instrument=ETS185&state=JP");
        page.Text.ShouldContain("2012-07-03");
        page.Text.ShouldContain("2012-11-01");
        page.Document.QuerySelectorAll("main tbody a[href^='/law/states/']").ShouldAllBe(link => link.GetAttribute("href") == "/law/states/JP");
    }
}
