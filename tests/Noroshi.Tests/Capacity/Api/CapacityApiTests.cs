using System.Net;
using System.Text.Json;
using Noroshi.Contracts;
using Noroshi.Kernel;
using Noroshi.Shell.Access;
using Noroshi.Shell.Audit;
using Noroshi.Tests.Shell;

namespace Noroshi.Tests.Capacity.Api;

/// <summary>Who may read the registry and add to it, and what comes of it.</summary>
public sealed class CapacityApiTests(CapacityNode house) : IClassFixture<CapacityNode>
{
    private const string Api = "/api/v1/capacity";
    private const string Need = """{"language":"en","fields":{"title":"Duty staff","text":"Training at night.","state":"PH","topic":"CY04","priority":"1","marking":"amber","source":"Letter","confidence":"B"}}""";
    private const string Assessment = """{"language":"en","fields":{"state":"VN","model":"CMM-2021","date":"2026-03","assessor":"Team","scores":"D1.2 3 2-4 | roster\nD4.1 2","marking":"amber","source":"Report","confidence":"B"}}""";
    private const string Project = """{"language":"en","fields":{"title":"Night duty","text":"Roster and tickets for the response team.","status":"2","planned_start":"2026-04","planned_end":"2027-03","donor":"JP","funding":"Agency","recipients":"PH 60; VN 40","sectors":"CY04","tied":"5","marking":"green","source":"Register","confidence":"A"}}""";

    public static TheoryData<string> Reading =>
    [
        Api + "/models", Api + "/models/CMM-2021", Api + "/models/NCAF-2020?format=csv", Api + "/topics", Api + "/assessments?state=PH&model=CMM-2021&open=1", Api + "/assessments?format=csv", Api + "/needs?topic=CY04&q=x", Api + "/needs?format=csv",
        Api + "/offers?state=PH", Api + "/offers?format=csv", Api + "/organisations", Api + "/projects?status=2&open=1", Api + "/projects?format=csv", Api + "/matches?state=PH", Api + "/matches?format=csv", Api + "/overlaps", Api + "/overlaps?format=csv", Api + "/entries",
        "/capacity", "/capacity/models", "/capacity/models/SIM3-v2i", "/capacity/topics", "/capacity/assessments?open=1", "/capacity/states/PH", "/capacity/needs?topic=CY04", "/capacity/offers", "/capacity/organisations", "/capacity/projects?status=2",
        "/capacity/matches", "/capacity/overlaps?state=PH", "/capacity/entries",
    ];

    public static TheoryData<string, string> Writing => new() { { Api + "/entries/need", Need }, { Api + "/entries/C-1/corrections", Need }, { Api + "/entries/C-1/withdrawal", """{"reason":"wrong"}""" } };

    [Theory]
    [MemberData(nameof(Reading))]
    public async Task Get_WhenTheRoleMayNot_IsForbidden(string path)
    {
        await house.WalkAsync(path, [.. Enum.GetValues<Role>().Where(role => role != Role.Operator)]);
        await house.KnockAsync(path);
    }

    [Fact]
    public async Task Form_WhenTheRoleMayNot_IsForbidden()
    {
        foreach (var kind in new[] { "assessment", "assessment?model=GCI-2024", "organisation", "need", "offer", "project", "money", "indicator", "period", "effect" }) await house.WalkAsync("/capacity/new/" + kind, [Role.CapacityOfficer, Role.Administrator]);
        (await house.As(Role.CapacityOfficer).GetAsync("/capacity/new/rumour")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [MemberData(nameof(Writing))]
    public Task Post_WhenOneMayNot_IsRefused(string path, string body) => house.RefuseWritingAsync(path, body, [Role.CapacityOfficer, Role.Administrator]);

    [Fact]
    public async Task Get_WhenAMachineMayRead_IsAnswered()
    {
        using var reader = await house.Node.TokenAsync(TokenScope.Read);
        (await reader.GetAsync(Api + "/topics")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Entry_WhenAddedCorrectedAndWithdrawn_KeepsEveryVersionAndIsAudited()
    {
        var officer = house.As(Role.CapacityOfficer);
        var id = await AddAsync(officer, "need", Need);
        (await officer.GetAsync("/capacity/needs?q=duty")).Text.ShouldContain("Training at night.");
        var correction = Need.Replace("{\"language\"", "{\"version\":1,\"language\"", StringComparison.Ordinal).Replace("Training at night.", "Training by day.", StringComparison.Ordinal);
        (await officer.SendJsonAsync($"{Api}/entries/{id}/corrections", correction.Replace("\"version\":1", "\"version\":7", StringComparison.Ordinal))).Status.ShouldBe(HttpStatusCode.Conflict);
        (await officer.SendJsonAsync($"{Api}/entries/{id}/corrections", correction)).Status.ShouldBe(HttpStatusCode.Created);
        (await officer.GetAsync("/capacity/entries/" + id)).Text.ShouldContain("Training by day.");
        (await officer.SendJsonAsync($"{Api}/entries/{id}/withdrawal", """{"reason":"asked elsewhere"}""")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await officer.SendJsonAsync($"{Api}/entries/{id}/withdrawal", """{"reason":"again"}""")).Status.ShouldBe(HttpStatusCode.Conflict);
        (await officer.GetAsync("/capacity/needs?q=duty")).Text.ShouldNotContain("Training by day.");
        (await officer.GetAsync("/capacity/entries/" + id)).Text.ShouldContain("asked elsewhere");
        var acts = await house.Node.ActsAsync();
        foreach (var act in new[] { "add:done", "correct:done", "withdraw:done", "withdraw:failed" }) acts.ShouldContain("capacity.entry." + act);
    }

    [Fact]
    public async Task Assessment_WhenAdded_StandsInItsListItsStateAndTheContract()
    {
        var officer = house.As(Role.CapacityOfficer);
        var id = await AddAsync(officer, "assessment", Assessment);
        var read = await officer.JsonAsync($"{Api}/assessments/{id}");
        read.GetProperty("scores")[0].GetProperty("share").GetDouble().ShouldBe(0.5);
        await officer.GetAsync("/capacity?lang=en");
        (await officer.GetAsync("/capacity/assessments/" + id)).Text.ShouldContain("(own words)");
        (await officer.GetAsync("/capacity/states/VN")).Text.ShouldContain("CMM-2021");
        (await officer.GetAsync("/diplomacy/states/VN")).Text.ShouldContain("CMM-2021");
        (await officer.GetAsync(Api + "/assessments?format=csv&state=VN")).Html.ShouldNotContain("incident response and crises", Case.Insensitive, "titles and glosses stay out of the scores");
        var maturity = (IMaturityOfStates)house.Node.Services.GetService(typeof(IMaturityOfStates))!;
        var points = await maturity.OfAsync(CountryCode.Parse("VN"), null, default);
        var point = points.Single(one => one.Code == "D1.2");
        (point.Model, point.Maturity, point.Low, point.High, point.Confidence).ShouldBe(("CMM-2021", 0.5, 0.25, 0.75, Confidence.B));
        point.Topics.ShouldContain("CY04");
        (await maturity.OfAsync(CountryCode.Parse("FR"), null, default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Project_WhenMeasured_ShowsLogFrameMoneyAndEffect()
    {
        var officer = house.As(Role.CapacityOfficer);
        var id = await AddAsync(officer, "project", Project);
        string Of(string fields) => $$$"""{"language":"en","fields":{{{{fields}}},"marking":"green","source":"Report","confidence":"B"}}""";
        await AddAsync(officer, "money", Of($"\"project\":\"{id}\",\"type\":\"budget\",\"amount\":\"125000.5\",\"currency\":\"USD\",\"start\":\"2026-04\""));
        var indicator = await AddAsync(officer, "indicator", Of($"\"project\":\"{id}\",\"level\":\"2\",\"result\":\"Answers come sooner\",\"title\":\"Hours\",\"unit\":\"h\",\"direction\":\"falling\",\"baseline\":\"31\""));
        await AddAsync(officer, "period", Of($"\"indicator\":\"{indicator}\",\"start\":\"2026-04\",\"end\":\"2026-09\",\"target\":\"24\",\"actual\":\"22.5\""));
        await AddAsync(officer, "effect", Of($"\"project\":\"{id}\",\"title\":\"Stepping stones\",\"unit\":\"%\",\"date\":\"2026-10\",\"predicted\":\"-25\",\"predicted_low\":\"-40\",\"observed\":\"-17\",\"text\":\"Compared\""));
        var read = await officer.JsonAsync($"{Api}/projects/{id}");
        read.GetProperty("logFrame")[0].GetProperty("periods")[0].GetProperty("reached").GetBoolean().ShouldBeTrue();
        var page = (await officer.GetAsync("/capacity/projects/" + id)).Text;
        foreach (var shown in new[] { "Answers come sooner", "125,000.5", "Stepping stones", "-17" }) page.ShouldContain(shown);
        var figures = (await ((IProjects)house.Node.Services.GetService(typeof(IProjects))!).ListAsync(null, default)).Single(one => one.Id == id);
        (figures.Donor, figures.TiedStatus, figures.Costs["USD"], figures.Recipients[CountryCode.Parse("VN")], figures.Effects[0].PredictedHigh).ShouldBe((CountryCode.Parse("JP"), "5", 125000.5m, 0.4, null));
        (await officer.GetAsync("/diplomacy/states/PH")).Text.ShouldContain("Night duty");
    }

    [Fact]
    public async Task Form_WhenAnAssessmentIsSent_PutsTheNodesTogether()
    {
        var officer = house.As(Role.CapacityOfficer);
        const string page = "/capacity/new/assessment?model=SIM3-v2i&state=FJ";
        (string, string)[] typed = [("state", "FJ"), ("assessor", "Team Fiji"), ("date", "2026-05"), ("marking", "amber"), ("source", "Visit"), ("confidence", "B"), ("level.O-1", "3"), ("evidence.O-1", "charter")];
        var wrong = await officer.SubmitAsync(page, "entry", [.. typed, ("low.O-1", "4")]);
        wrong.Status.ShouldBe(HttpStatusCode.BadRequest);
        wrong.Html.ShouldContain("Team Fiji");
        wrong.Html.ShouldContain("between its bounds");
        var kept = await officer.SubmitAsync(page, "entry", [.. typed, ("low.O-1", "2")]);
        kept.Status.ShouldBe(HttpStatusCode.Found);
        (await officer.GetAsync(kept.Target!)).Text.ShouldContain("O-1 3 2-3 | charter");
    }

    [Fact]
    public async Task Profile_WhenAnEntryIsStricterThanAmber_CountsItAndDoesNotShowIt()
    {
        var officer = house.As(Role.CapacityOfficer);
        await AddAsync(officer, "need", Need.Replace("Duty staff", "Hushed wish", StringComparison.Ordinal).Replace("\"amber\"", "\"amberstrict\"", StringComparison.Ordinal).Replace("\"PH\"", "\"KE\"", StringComparison.Ordinal));
        (await officer.GetAsync("/capacity/needs")).Text.ShouldContain("Hushed wish");
        await officer.GetAsync("/capacity?lang=en");
        var profile = (await officer.GetAsync("/diplomacy/states/KE")).Text;
        profile.ShouldNotContain("Hushed wish");
        profile.ShouldContain("stricter than TLP:AMBER");
    }

    [Fact]
    public async Task FirstPage_WhenAProjectEndsSoon_NamesItToThoseWhoPlan()
    {
        var officer = house.As(Role.CapacityOfficer);
        var end = ((TimeProvider)house.Node.Services.GetService(typeof(TimeProvider))!).GetUtcNow().AddDays(10).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await AddAsync(officer, "project", Project.Replace("Night duty", "Closing soon", StringComparison.Ordinal).Replace("2027-03", end, StringComparison.Ordinal).Replace("2026-04", "2020-04", StringComparison.Ordinal));
        (await officer.GetAsync("/")).Text.ShouldContain("Closing soon");
        (await house.As(Role.Auditor).GetAsync("/")).Text.ShouldNotContain("Closing soon");
    }

    [Theory]
    [InlineData("red", false)]
    [InlineData("amberstrict", false)]
    [InlineData("amber", true)]
    public async Task Entry_WhenAnotherOrganisationShares_TravelsOnlyAsItsMarkingLetsIt(string marking, bool travels)
    {
        var services = house.Node.Services;
        var organisations = (OrganisationDirectory)services.GetService(typeof(OrganisationDirectory))!;
        await organisations.CreateAsync(new Organisation { Id = "agency-" + marking, Kind = OrganisationKind.Ministry, NameEn = "Agency " + marking, NameJa = "庁 " + marking }, Actor.System, default);
        await house.Node.Users.CreateAsync(new NewUser("officer-" + marking, "Officer", "agency-" + marking, [Role.CapacityOfficer], TestNode.Password), Actor.System, default);
        using var other = house.Node.Browser();
        await other.SubmitAsync("/sign-in", "sign-in", ("name", "officer-" + marking), ("password", TestNode.Password));
        var title = "Quiet wish " + marking;
        var id = await AddAsync(other, "need", Need.Replace("Duty staff", title, StringComparison.Ordinal).Replace("\"amber\"", $"\"{marking}\"", StringComparison.Ordinal));
        var officer = house.As(Role.CapacityOfficer);
        (await officer.GetAsync("/capacity/needs")).Text.ShouldNotContain(title);
        (await officer.GetAsync("/capacity/entries/" + id)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await house.As(Role.Auditor).GetAsync(Api + "/needs")).Html.Contains(title, StringComparison.Ordinal).ShouldBe(travels);

        await ((SharingRules)services.GetService(typeof(SharingRules))!).AddAsync(new SharingRule { OwnerId = "agency-" + marking, DataKind = "capacity.entries", ToOrganisation = "csirt" }, Actor.System, default);
        foreach (var path in new[] { "/capacity/needs", "/capacity/matches", "/capacity/entries", Api + "/needs?format=csv", Api + "/entries" }) (await officer.GetAsync(path)).Html.Contains(title, StringComparison.Ordinal).ShouldBe(travels, path);
        (await officer.GetAsync("/capacity/entries/" + id)).Status.ShouldBe(travels ? HttpStatusCode.OK : HttpStatusCode.NotFound);
        (await officer.SendJsonAsync($"{Api}/entries/{id}/withdrawal", """{"reason":"x"}""")).Status.ShouldBe(travels ? HttpStatusCode.Forbidden : HttpStatusCode.NotFound);
        (await officer.GetAsync("/capacity/states/PH")).Text.Contains(title, StringComparison.Ordinal).ShouldBe(travels);
    }

    [Theory]
    [InlineData("/models/CMM", HttpStatusCode.NotFound, "model")]
    [InlineData("/models/CMM-2021?format=exe", HttpStatusCode.BadRequest, "format")]
    [InlineData("/assessments?state=ZZ", HttpStatusCode.NotFound, "state")]
    [InlineData("/assessments?model=X", HttpStatusCode.NotFound, "model")]
    [InlineData("/needs?topic=CY99", HttpStatusCode.BadRequest, "topic")]
    [InlineData("/projects?status=9", HttpStatusCode.BadRequest, "status")]
    [InlineData("/projects/C-0", HttpStatusCode.NotFound, "project")]
    [InlineData("/assessments/1", HttpStatusCode.NotFound, "assessment")]
    [InlineData("/entries/E-1", HttpStatusCode.NotFound, "entry")]
    public async Task Get_WhenTheQuestionIsWrong_SaysWhatAndWhatToDo(string path, HttpStatusCode status, string parameter)
    {
        var answer = await house.As(Role.CapacityOfficer).GetAsync(Api + path);
        answer.Status.ShouldBe(status);
        var problem = JsonDocument.Parse(answer.Html).RootElement;
        problem.GetProperty("parameter").GetString().ShouldBe(parameter);
        problem.GetProperty("detail").GetString().ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("/capacity/models/CMM", HttpStatusCode.NotFound)]
    [InlineData("/capacity/states/ZZ", HttpStatusCode.NotFound)]
    [InlineData("/capacity/assessments/none", HttpStatusCode.NotFound)]
    [InlineData("/capacity/projects/none", HttpStatusCode.NotFound)]
    [InlineData("/capacity/projects?status=9", HttpStatusCode.BadRequest)]
    [InlineData("/capacity/matches?need=C-0", HttpStatusCode.NotFound)]
    [InlineData("/capacity/needs?topic=none", HttpStatusCode.BadRequest)]
    public async Task Page_WhenTheAddressIsWrong_SaysSoWithItsStatus(string path, HttpStatusCode status) => (await house.As(Role.CapacityOfficer).GetAsync(path)).Status.ShouldBe(status);

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task Model_WhenPassingOnIsUnknown_SaysSoOnThePageAndInTheFile(string language)
    {
        var officer = house.As(Role.CapacityOfficer);
        await officer.GetAsync($"/capacity?lang={language}");
        (await officer.GetAsync("/capacity/models/CMM-2021")).Text.ShouldContain(language == "ja" ? "再配布の可否が不明" : "whether texts may be passed on is not known");
        (await officer.GetAsync(Api + "/models/CMM-2021?format=csv")).Html.ShouldNotContain("Cybersecurity Policy and Strategy");
        (await officer.GetAsync(Api + "/models/NCAF-2020?format=csv")).Html.ShouldContain("Address cybercrime");
    }

    private static async Task<string> AddAsync(TestBrowser person, string kind, string body)
    {
        var answer = await person.SendJsonAsync($"{Api}/entries/{kind}", body);
        answer.Status.ShouldBe(HttpStatusCode.Created, answer.Html);
        return JsonDocument.Parse(answer.Html).RootElement.GetProperty("id").GetString()!;
    }
}
