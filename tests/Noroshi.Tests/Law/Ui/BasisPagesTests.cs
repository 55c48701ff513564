using System.Net;
using Noroshi.Contracts;

namespace Noroshi.Tests.Law.Ui;

/// <summary>The page of questions and the pages of rules as a reader without script gets them.</summary>
public sealed class BasisPagesTests(LawNode house) : IClassFixture<LawNode>
{
    private const string Asked = "/law/basis?from=JP&to=US&measure=PRESERVE&offence=illegal-access&on=2026-01-15";

    [Theory]
    [InlineData("en", "Ask for a legal basis", "an authority decides", "not verified after 2026-01-14", "possible", "National Police Agency")]
    [InlineData("ja", "法的根拠の照会", "判断は権限のある当局", "2026-01-14より後は未確認", "ありうる", "警察庁")]
    public async Task Basis_WhenAsked_AnswersInTheLanguageOfTheReader(string language, params string[] words)
    {
        var person = house.As(Role.Investigator);
        await person.GetAsync("/law?lang=" + language);
        var page = await person.GetAsync(Asked);
        foreach (var word in words.Append("ETS185 16(1); 29(1)")) page.Text.ShouldContain(word);
        foreach (var key in new[] { "Why_", "Atom_", "Measure_", "Status_", "Clock_", "Kind_", "Role_", "Unit_", "Until_", "Coverage_", "Family_" }) page.Text.ShouldNotContain(key);
        page.Document.QuerySelectorAll("main a[href='/law/rules/B004']").Length.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Basis_WhenTheClockHasStarted_ComputesTheEnd()
    {
        var page = await house.As(Role.Investigator).GetAsync(Asked + "&started=2026-01-16");
        page.Text.ShouldContain("2026-03-17");
    }

    [Fact]
    public async Task Basis_WhenAFormSendsFacts_CarriesThemInItsLinks()
    {
        var page = await house.As(Role.Diplomat).GetAsync("/law/basis?from=AU&to=CZ&measure=PRESERVE&offence=other-e-evidence&on=2019-07-04&fact.dualCriminality=false&fact.prejudice=&urgent=true");
        var link = page.Document.QuerySelector("a[href^='/law/basis'][href*='fact=dualCriminality']")!.GetAttribute("href")!;
        link.ShouldContain("fact=dualCriminality%3Dfalse");
        link.ShouldContain("urgent=true");
        link.ShouldContain("on=2019-07-04");
        var again = await house.As(Role.Diplomat).GetAsync(link);
        again.Document.QuerySelector("select[name='fact.dualCriminality'] option[value=false]")!.HasAttribute("selected").ShouldBeTrue();
        page.Document.QuerySelector("a[href^='/api/v1/law/basis?from=AU']").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("/law/basis?from=JP&to=XX&measure=PRESERVE", HttpStatusCode.NotFound, "AX, CX, MX")]
    [InlineData("/law/basis?from=JP&to=US&measure=PRESERVE&on=2012-02-30", HttpStatusCode.BadRequest, "Not understood: On")]
    [InlineData("/law/basis?from=JP&to=US&measure=PRESERVE&urgent=perhaps", HttpStatusCode.BadRequest, "Not understood: Urgent")]
    [InlineData("/law/basis?from=JP&to=US&measure=PRESRVE", HttpStatusCode.NotFound, "PRESERVE")]
    [InlineData("/law/rules/B999", HttpStatusCode.NotFound, "B009")]
    public async Task Page_WhenTheQuestionIsWrong_SaysWhatAndKeepsTheForm(string path, HttpStatusCode status, string words)
    {
        await house.As(Role.Investigator).GetAsync("/law?lang=en");
        var page = await house.As(Role.Investigator).GetAsync(path);
        page.Status.ShouldBe(status);
        page.Text.ShouldContain(words);
    }

    [Theory]
    [InlineData("en", "a reservation of the requested state to ETS185, Art. 29(4), is in effect")]
    [InlineData("ja", "被要請国の留保が効力を有する")]
    public async Task Rule_WhenRead_SaysWhenItSpeaksInWordsAndWhereItWasRead(string language, string words)
    {
        var person = house.As(Role.Auditor);
        await person.GetAsync("/law?lang=" + language);
        var page = await person.GetAsync("/law/rules/B004");
        foreach (var word in new[] { words, "resv(rqd,ETS185,29(4))", "BWBV0001839", "data/law/rules.csv" }) page.Text.ShouldContain(word);
    }

    [Fact]
    public async Task Basis_WhenNothingIsAsked_OffersTheFormAndAnExample()
    {
        var page = await house.As(Role.Analyst).GetAsync("/law/basis");
        page.Document.QuerySelectorAll("select[name=measure] option").Length.ShouldBe(23);
        page.Document.QuerySelector(".empty-state a[href^='/law/basis?from=JP']").ShouldNotBeNull();
    }
}
