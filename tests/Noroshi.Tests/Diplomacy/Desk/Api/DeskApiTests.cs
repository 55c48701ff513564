using System.Net;
using System.Text.Json;
using Noroshi.Contracts;
using Noroshi.Shell.Access;
using Noroshi.Shell.Audit;
using Noroshi.Tests.Shell;

namespace Noroshi.Tests.Diplomacy.Desk.Api;

/// <summary>Who may read the diplomatic record and add to it, and what comes of it.</summary>
public sealed class DeskApiTests(DeskNode house) : IClassFixture<DeskNode>
{
    private const string Api = "/api/v1/diplomacy";
    private const string Statement = """{"language":"en","fields":{"topic":"cbm","text":"Measures matter.","stance":"2","state":"PH","office":"Ambassador","date":"2026-03","meeting":"GCCS2012","source":"Record 7","confidence":"B"}}""";

    public static TheoryData<string> Reading =>
    [
        Api + "/meetings", Api + "/meetings?format=csv&year=2012", Api + "/meetings/GCCS2012", Api + "/commitments?overdue=1", Api + "/commitments?format=csv", Api + "/commitments/CM-JUS1-1", Api + "/topics",
        Api + "/topics/art32b?state=CN", Api + "/matrix?states=JP,US&on=2018-01-01", Api + "/matrix?format=csv", Api + "/measures?forum=OSCE&state=JP", Api + "/entries",
        "/diplomacy", "/diplomacy?q=budapest", "/diplomacy/meetings?forum=GCCS&state=JP&year=2012&q=x", "/diplomacy/meetings/GCCS2011", "/diplomacy/forums", "/diplomacy/forums/GCCS", "/diplomacy/matrix", "/diplomacy/topics/hotline",
        "/diplomacy/commitments", "/diplomacy/commitments/CM-JUS1-1", "/diplomacy/measures", "/diplomacy/proposals", "/diplomacy/papers?state=JP", "/diplomacy/incidents", "/diplomacy/entries",
    ];

    public static TheoryData<string, string> Writing => new() { { Api + "/entries/statement", Statement }, { Api + "/entries/E-1/corrections", Statement }, { Api + "/entries/E-1/withdrawal", """{"reason":"wrong"}""" } };

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
        foreach (var kind in new[] { "statement", "commitment", "meeting", "outcome", "progress", "practice" }) await house.WalkAsync("/diplomacy/new/" + kind, [Role.Diplomat, Role.Administrator]);
        (await house.As(Role.Diplomat).GetAsync("/diplomacy/new/rumour")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [MemberData(nameof(Writing))]
    public Task Post_WhenOneMayNot_IsRefused(string path, string body) => house.RefuseWritingAsync(path, body, [Role.Diplomat, Role.Administrator]);

    [Fact]
    public async Task Get_WhenAMachineMayRead_IsAnswered()
    {
        using var reader = await house.Node.TokenAsync(TokenScope.Read);
        (await reader.GetAsync(Api + "/topics")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Entry_WhenAddedCorrectedAndWithdrawn_KeepsEveryVersionAndIsAudited()
    {
        var diplomat = house.As(Role.Diplomat);
        var id = await AddAsync(diplomat, "statement", Statement);
        (await diplomat.JsonAsync(Api + "/meetings/GCCS2012")).GetProperty("statements").EnumerateArray().Select(one => one.GetProperty("id").GetString()).ShouldContain(id);
        (await diplomat.GetAsync("/diplomacy/topics/cbm?state=PH")).Text.ShouldContain("Measures matter.");
        (await diplomat.SendJsonAsync($"{Api}/entries/{id}/corrections", Statement)).Status.ShouldBe(HttpStatusCode.BadRequest, "the version is missing");
        (await diplomat.SendJsonAsync($"{Api}/entries/{id}/corrections", Versioned(7))).Status.ShouldBe(HttpStatusCode.Conflict);
        (await diplomat.SendJsonAsync($"{Api}/entries/{id}/corrections", Versioned(1).Replace("Measures matter.", "Measures matter most.", StringComparison.Ordinal))).Status.ShouldBe(HttpStatusCode.Created);
        (await diplomat.JsonAsync($"{Api}/entries/{id}")).GetProperty("entries").EnumerateArray().Select(one => (one.GetProperty("version").GetInt64(), one.GetProperty("fields").GetProperty("text").GetString())).ShouldBe([(2, "Measures matter most."), (1, "Measures matter.")]);
        (await diplomat.GetAsync("/diplomacy/entries/" + id)).Text.ShouldContain("Measures matter most.");
        (await diplomat.SendJsonAsync($"{Api}/entries/{id}/withdrawal", """{"reason":" "}""")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await diplomat.SendJsonAsync($"{Api}/entries/{id}/withdrawal", """{"reason":"misheard"}""")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await diplomat.SendJsonAsync($"{Api}/entries/{id}/withdrawal", """{"reason":"again"}""")).Status.ShouldBe(HttpStatusCode.Conflict);
        (await diplomat.GetAsync("/diplomacy/topics/cbm?state=PH")).Text.ShouldNotContain("Measures matter");
        (await diplomat.GetAsync("/diplomacy/entries/" + id)).Text.ShouldContain("misheard");
        var acts = await house.Node.ActsAsync();
        foreach (var act in new[] { "add:done", "correct:done", "withdraw:done", "withdraw:failed" }) acts.ShouldContain("diplomacy.entry." + act);
    }

    [Fact]
    public async Task Commitment_WhenEvidenceIsGiven_IsNoLongerOverdue()
    {
        var diplomat = house.As(Role.Diplomat);
        var id = await AddAsync(diplomat, "commitment", """{"language":"ja","fields":{"text":"窓口を設ける。","states":"JP PH","owner":"両国外務省","due":"2020-06","date":"2020-01-10","document":"共同発表","source":"共同発表","confidence":"A"}}""");
        (await diplomat.JsonAsync(Api + "/commitments/" + id)).GetProperty("overdue").GetBoolean().ShouldBeTrue();
        (await diplomat.GetAsync("/")).Text.ShouldContain("窓口を設ける。");
        await AddAsync(diplomat, "progress", $$$"""{"language":"ja","fields":{"commitment":"{{{id}}}","status":"fulfilled","text":"窓口が開設された。","date":"2020-09","source":"発表","confidence":"A"}}""");
        var after = await diplomat.JsonAsync(Api + "/commitments/" + id);
        (after.GetProperty("overdue").GetBoolean(), after.GetProperty("status").GetString(), after.GetProperty("evidence").GetProperty("ja").GetString()).ShouldBe((false, "fulfilled", "窓口が開設された。"));
        (await diplomat.GetAsync("/")).Text.ShouldNotContain("窓口を設ける。");
    }

    [Fact]
    public async Task Entry_WhenAnotherOrganisationGaveIt_IsReadOnlyOnceShared()
    {
        var services = house.Node.Services;
        var organisations = (OrganisationDirectory)services.GetService(typeof(OrganisationDirectory))!;
        await organisations.CreateAsync(new Organisation { Id = "ministry", Kind = OrganisationKind.Ministry, NameEn = "Ministry", NameJa = "省" }, Actor.System, default);
        await house.Node.Users.CreateAsync(new NewUser("ministry-diplomat", "Ministry diplomat", "ministry", [Role.Diplomat], TestNode.Password), Actor.System, default);
        using var other = house.Node.Browser();
        await other.SubmitAsync("/sign-in", "sign-in", ("name", "ministry-diplomat"), ("password", TestNode.Password));
        var id = await AddAsync(other, "statement", Statement.Replace("Measures matter.", "Secret reading.", StringComparison.Ordinal));

        var diplomat = house.As(Role.Diplomat);
        (await diplomat.GetAsync("/diplomacy/topics/cbm")).Text.ShouldNotContain("Secret reading");
        (await diplomat.GetAsync(Api + "/matrix?format=csv")).Html.ShouldNotContain("Secret reading");
        (await diplomat.GetAsync("/diplomacy?q=secret")).Text.ShouldNotContain("Secret reading");
        (await diplomat.GetAsync("/diplomacy/entries/" + id)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await diplomat.SendJsonAsync($"{Api}/entries/{id}/withdrawal", """{"reason":"x"}""")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await house.As(Role.Auditor).GetAsync("/diplomacy/topics/cbm")).Text.ShouldContain("Secret reading");

        await ((SharingRules)services.GetService(typeof(SharingRules))!).AddAsync(new SharingRule { OwnerId = "ministry", DataKind = "diplomacy.entries", ToOrganisation = "csirt" }, Actor.System, default);
        (await diplomat.GetAsync("/diplomacy/topics/cbm")).Text.ShouldContain("Secret reading");
        (await diplomat.SendJsonAsync($"{Api}/entries/{id}/withdrawal", """{"reason":"x"}""")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await diplomat.SendJsonAsync($"{Api}/entries/{id}/corrections", Versioned(1))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await house.As(Role.Administrator).SendJsonAsync($"{Api}/entries/{id}/withdrawal", """{"reason":"x"}""")).Status.ShouldBe(HttpStatusCode.NoContent);
    }

    [Theory]
    [InlineData("/meetings/NONE", HttpStatusCode.NotFound, "meeting")]
    [InlineData("/meetings?year=12", HttpStatusCode.BadRequest, "year")]
    [InlineData("/meetings?state=ZZ", HttpStatusCode.NotFound, "state")]
    [InlineData("/meetings?forum=NONE", HttpStatusCode.NotFound, "forum")]
    [InlineData("/commitments?status=kept", HttpStatusCode.BadRequest, "status")]
    [InlineData("/topics/none", HttpStatusCode.NotFound, "topic")]
    [InlineData("/matrix?on=2026-02-30", HttpStatusCode.BadRequest, "on")]
    [InlineData("/matrix?format=exe", HttpStatusCode.BadRequest, "format")]
    [InlineData("/entries/E-0", HttpStatusCode.NotFound, "entry")]
    [InlineData("/entries/1", HttpStatusCode.NotFound, "entry")]
    public async Task Get_WhenTheQuestionIsWrong_SaysWhatAndWhatToDo(string path, HttpStatusCode status, string parameter)
    {
        var answer = await house.As(Role.Diplomat).GetAsync(Api + path);
        answer.Status.ShouldBe(status);
        var problem = JsonDocument.Parse(answer.Html).RootElement;
        problem.GetProperty("parameter").GetString().ShouldBe(parameter);
        problem.GetProperty("detail").GetString().ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("/diplomacy/meetings/NONE", HttpStatusCode.NotFound)]
    [InlineData("/diplomacy/meetings?year=x", HttpStatusCode.BadRequest)]
    [InlineData("/diplomacy/topics/none", HttpStatusCode.NotFound)]
    [InlineData("/diplomacy/topics/cbm?state=ZZ", HttpStatusCode.NotFound)]
    [InlineData("/diplomacy/commitments/none", HttpStatusCode.NotFound)]
    [InlineData("/diplomacy/commitments?status=kept", HttpStatusCode.BadRequest)]
    [InlineData("/diplomacy/matrix?states=JP,QQ", HttpStatusCode.NotFound)]
    [InlineData("/diplomacy/forums/none", HttpStatusCode.NotFound)]
    [InlineData("/diplomacy/measures?forum=none", HttpStatusCode.NotFound)]
    [InlineData("/diplomacy/entries/E-999", HttpStatusCode.NotFound)]
    public async Task Page_WhenTheAddressIsWrong_SaysSoWithItsStatus(string path, HttpStatusCode status)
    {
        var answer = await house.As(Role.Diplomat).GetAsync(path);
        answer.Status.ShouldBe(status);
        answer.Document.QuerySelector("main a[href^='/diplomacy']").ShouldNotBeNull("the page says where to go on");
    }

    [Theory]
    [InlineData("rumour", Statement, HttpStatusCode.NotFound)]
    [InlineData("statement", "not json", HttpStatusCode.BadRequest)]
    [InlineData("statement", "{}", HttpStatusCode.BadRequest)]
    [InlineData("statement", """{"language":"fr","fields":{}}""", HttpStatusCode.BadRequest)]
    [InlineData("commitment", """{"language":"en","fields":{"text":"x","states":"JP","date":"2020","document":"x","source":"x","confidence":"A"}}""", HttpStatusCode.BadRequest)]
    public async Task Post_WhenTheEntryIsWrong_KeepsNothing(string kind, string body, HttpStatusCode status)
    {
        var before = (await house.As(Role.Auditor).JsonAsync(Api + "/entries")).GetProperty("entries").GetArrayLength();
        (await house.As(Role.Diplomat).SendJsonAsync($"{Api}/entries/{kind}", body)).Status.ShouldBe(status);
        (await house.As(Role.Auditor).JsonAsync(Api + "/entries")).GetProperty("entries").GetArrayLength().ShouldBe(before);
    }

    [Fact]
    public async Task Form_WhenSent_AddsOnceAndKeepsWhatWasTypedOnError()
    {
        var diplomat = house.As(Role.Diplomat);
        (string, string)[] typed = [("topic", "capacity"), ("text", "Typed in the form."), ("stance", "1"), ("state", "PH"), ("office", "Ambassador"), ("date", "2026-03-01"), ("meeting", ""), ("document", "Note 7"), ("source", ""), ("confidence", "B")];
        var wrong = await diplomat.SubmitAsync("/diplomacy/new/statement", "entry", typed);
        wrong.Status.ShouldBe(HttpStatusCode.BadRequest);
        wrong.Text.ShouldContain("Typed in the form.");
        wrong.Document.QuerySelector("#source-error").ShouldNotBeNull();
        wrong.Document.QuerySelector("select[name=topic] option[selected]")!.GetAttribute("value").ShouldBe("capacity");
        var done = await diplomat.SubmitAsync("/diplomacy/new/statement", "entry", [.. typed.Where(field => field.Item1 != "source"), ("source", "Note 7")]);
        done.Target.ShouldNotBeNull().ShouldStartWith("/diplomacy/entries/E-");
        (await diplomat.GetAsync("/diplomacy/topics/capacity?state=PH")).Text.ShouldContain("Typed in the form.");
        var corrected = await diplomat.SubmitAsync(done.Target!, "correct", [.. typed.Where(field => field.Item1 is not ("source" or "text")), ("source", "Note 8"), ("text", "Put right.")]);
        corrected.Target.ShouldNotBeNull().ShouldEndWith("?done=corrected");
        (await diplomat.SubmitAsync(done.Target!, "withdraw", ("reason", "misheard"))).Target.ShouldNotBeNull().ShouldEndWith("?done=withdrawn");
        (await diplomat.GetAsync("/diplomacy/topics/capacity?state=PH")).Text.ShouldNotContain("Put right.");
    }

    [Fact]
    public async Task List_WhenLong_IsShownInPagesAndWholeAsAFile()
    {
        var diplomat = house.As(Role.Diplomat);
        var first = await diplomat.GetAsync("/diplomacy/meetings");
        first.Document.QuerySelectorAll("main table tbody tr").Length.ShouldBe(25);
        var next = first.Document.QuerySelector("nav.pager a[rel=next]").ShouldNotBeNull().GetAttribute("href")!;
        var second = await diplomat.GetAsync(next);
        second.Document.QuerySelectorAll("main table tbody tr th a").Select(link => link.GetAttribute("href")).Intersect(first.Document.QuerySelectorAll("main table tbody tr th > a:first-child").Select(link => link.GetAttribute("href"))).ShouldBeEmpty("no meeting stands on two pages");
        (await diplomat.GetAsync("/diplomacy/meetings?page=999")).Status.ShouldBe(HttpStatusCode.OK);
        (await diplomat.GetAsync(Api + "/meetings?format=csv&page=2")).Html.Split("\r\n").Length.ShouldBeGreaterThan(119);
    }

    [Fact]
    public async Task Csv_WhenTaken_DefusesFormulas()
    {
        await AddAsync(house.As(Role.Diplomat), "commitment", """{"language":"en","fields":{"text":"=1+1","states":"JP","owner":"Office","date":"2020","document":"x","source":"x","confidence":"A"}}""");
        var lines = (await house.As(Role.Diplomat).GetAsync(Api + "/commitments?format=csv")).Html.TrimStart('\uFEFF').Split("\r\n");
        lines[0].ShouldStartWith("id,date,states");
        lines.ShouldAllBe(line => !line.Contains(",=1+1", StringComparison.Ordinal));
    }

    private static string Versioned(int version) => Statement.Replace("\"language\"", $"\"version\":{version},\"language\"", StringComparison.Ordinal);

    private static async Task<string> AddAsync(TestBrowser browser, string kind, string body)
    {
        var answer = await browser.SendJsonAsync($"{Api}/entries/{kind}", body);
        answer.Status.ShouldBe(HttpStatusCode.Created, answer.Html);
        return JsonDocument.Parse(answer.Html).RootElement.GetProperty("id").GetString()!;
    }
}
