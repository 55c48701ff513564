using System.Net;
using Noroshi.Contracts;
using Noroshi.Tests.Observatory.Api;
using Noroshi.Tests.Shell;

namespace Noroshi.Tests.Observatory.Ui;

/// <summary>The pages as a reader without script gets them, in both languages.</summary>
public sealed class ObservatoryPagesTests(ObservatoryNode house) : IClassFixture<ObservatoryNode>
{
    private const string Plan = "prefix,organisation_id,organisation_en,organisation_ja,sector,kind,country\n198.18.0.0/17,7,Water works (EXERCISE),水道局(演習),water,private,JP\n";

    [Theory]
    [InlineData("en", "Philippines", "does not point to an attacker", "Government")]
    [InlineData("ja", "フィリピン", "攻撃者を指すものではありません", "政府")]
    public async Task Overview_WhenRead_NamesStatesNetworksAndSectorsInTheLanguage(string language, string state, string note, string target)
    {
        var person = house.As(Role.Auditor);
        await person.GetAsync("/observatory?lang=" + language);
        var page = await person.GetAsync("/observatory?unit=flow");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Document.DocumentElement.GetAttribute("lang").ShouldBe(language);
        foreach (var words in new[] { state, note, target, "AS64512", "23/tcp", "240." }) page.Text.ShouldContain(words);
        page.Document.QuerySelectorAll(".figure-table table").Length.ShouldBeGreaterThan(0, "the chart stands beside its table");
        page.Text.ShouldNotContain("Lane_");
        page.Text.ShouldNotContain("Top_");
    }

    [Fact]
    public async Task Overview_WhenDrilledDown_KeepsTheWayBackAndRemovableFilters()
    {
        var page = await house.As(Role.Analyst).GetAsync("/observatory?unit=flow&country=PH&asn=64512&port=23/tcp");
        var crumbs = page.Document.QuerySelectorAll(".breadcrumbs a").Select(link => link.GetAttribute("href")).ToList();
        crumbs.ShouldBe(["/observatory?unit=flow", "/observatory?unit=flow&country=PH", "/observatory?unit=flow&country=PH&asn=64512"]);
        page.Document.QuerySelectorAll("a.chip").Length.ShouldBe(3);
        page.Document.QuerySelectorAll("a[href^='/observatory/source/240.1.']").Length.ShouldBeGreaterThan(0);
        foreach (var href in crumbs) (await house.As(Role.Analyst).GetAsync(href!)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Overview_WhenThereAreNoPackets_LeadsToTheUnitThatHasSomething() =>
        (await house.As(Role.Analyst).GetAsync("/observatory")).Location.ShouldNotBeNull().ShouldEndWith("/observatory?unit=flow");

    [Theory]
    [InlineData("/observatory?country=Nowhere")]
    [InlineData("/observatory?from=<script>alert(1)</script>")]
    [InlineData("/observatory?unknown=1")]
    public async Task Overview_WhenTheAddressIsWrong_SaysSoAndRepeatsNothingHarmful(string path)
    {
        var page = await house.As(Role.Analyst).GetAsync(path);
        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Html.ShouldNotContain("<script>alert");
    }

    [Fact]
    public async Task Source_WhenRead_TellsPlacePortsAndTimes()
    {
        var page = await house.As(Role.Investigator).GetAsync("/observatory/source/240.1.0.7?unit=flow");
        page.Status.ShouldBe(HttpStatusCode.OK);
        foreach (var words in new[] { "240.1.0.7", "(PH)", "AS64512", "23/tcp", "telescope-1", "2026-03-01" }) page.Text.ShouldContain(words);
        (await house.As(Role.Investigator).GetAsync("/observatory/source/not-an-address")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Sensors_WhenOneIsAdded_ShowsItsTokenOnceAndRetiresItOnConfirmation()
    {
        var person = house.As(Role.Analyst);
        var added = await person.SubmitAsync("/observatory/sensors", "add-sensor", ("name", "honeypot-9"), ("kind", "honeypot"), ("country", "JP"));
        added.Status.ShouldBe(HttpStatusCode.OK, added.Text);
        var token = added.Document.QuerySelector("code.secret")!.TextContent;
        token.ShouldStartWith("nrs_");
        (await person.GetAsync("/observatory/sensors")).Html.ShouldNotContain(token);
        (await house.UploadAsync("/api/v1/observatory/imports?format=exe", token, "x")).Status.ShouldBe(HttpStatusCode.BadRequest, "the token is known");

        var refused = await person.SubmitAsync("/observatory/sensors", "add-sensor", ("name", "honeypot-9"), ("kind", "honeypot"), ("country", "JP"));
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Document.QuerySelector("input[name=name]")!.GetAttribute("value").ShouldBe("honeypot-9");

        var retired = await person.PressAsync("/observatory/sensors/honeypot-9", "/api/v1/observatory/sensors/honeypot-9/retire");
        retired.Status.ShouldBe(HttpStatusCode.SeeOther, retired.Html);
        (await house.UploadAsync("/api/v1/observatory/imports?format=exe", token, "x")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Plan_WhenUploaded_IsCheckedStrictlyAndOnlyPutInForceOnConfirmation()
    {
        var person = house.As(Role.Administrator);
        await person.GetAsync("/observatory/plan?lang=en");
        var refused = await CheckAsync(person, "prefix,organisation_id,organisation_en,organisation_ja,sector,kind,country\n198.18.0.0/99,1,A,あ,government,government,JP\n");
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Text.ShouldContain("198.18.0.0/99");

        var preview = await CheckAsync(person, Plan);
        preview.Status.ShouldBe(HttpStatusCode.OK, preview.Text);
        preview.Text.ShouldContain("Water works (EXERCISE)");
        (await person.GetAsync("/observatory/plan")).Text.ShouldNotContain("Water works");

        var adopted = await person.PostAsync("/observatory/plan", ("_handler", "adopt"), ("__RequestVerificationToken", preview.FormToken), ("fileName", "plan.csv"), ("content", Plan));
        adopted.Status.ShouldBe(HttpStatusCode.OK, adopted.Text);
        (await person.GetAsync("/observatory/plan")).Text.ShouldContain("Water works (EXERCISE)");
        (await house.Node.ActsAsync()).ShouldContain("observatory.plan.adopt:done");
    }

    [Fact]
    public async Task Plan_WhenTheRoleDoesNotManage_CannotBeChanged()
    {
        var person = house.As(Role.Diplomat);
        var page = await person.GetAsync("/observatory/plan");
        await person.PostAsync("/observatory/plan", ("_handler", "adopt"), ("__RequestVerificationToken", page.FormToken), ("fileName", "plan.csv"), ("content", Plan.Replace("Water works", "Intruder", StringComparison.Ordinal)));
        (await person.GetAsync("/observatory/plan")).Text.ShouldNotContain("Intruder");
    }

    [Fact]
    public async Task Today_WhenThereAreObservations_CarriesTheTrafficCard() =>
        (await house.As(Role.Analyst).GetAsync("/")).Html.ShouldContain("/api/v1/observatory/chart");

    private static async Task<TestBrowser.Answer> CheckAsync(TestBrowser person, string plan)
    {
        var page = await person.GetAsync("/observatory/plan");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(page.FormToken), "__RequestVerificationToken" },
            { new StringContent("check"), "_handler" },
            { new StringContent(plan), "plan", "plan.csv" },
        };
        return await person.SendAsync(HttpMethod.Post, "/observatory/plan", form);
    }
}
