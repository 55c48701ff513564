using System.Net;
using System.Text.Json;
using Noroshi.Contracts;
using Noroshi.Shell.Access;
using Noroshi.Shell.Audit;
using Noroshi.Tests.Shell;

namespace Noroshi.Tests.Law.Api;

/// <summary>Who may read and write the norms register, and what comes of it.</summary>
public sealed class NormsApiTests(LawNode house) : IClassFixture<LawNode>
{
    private const string Api = "/api/v1/law/norms";
    private const string Evidence = """{"day":"2026-03-01","statement":"Answered a notice.","words":"Ministry","source":"Note 7","kind":"message","reference":"M-1"}""";
    private const string Assessment = """{"level":"in-place","asOf":"2026-03-01","reason":"Checked.","saidBy":"Ministry","version":0}""";

    public static TheoryData<string> Reading => [Api, Api + "?on=2026-03-14&knownAt=2026-03-14", Api + "?format=csv", Api + "/c", Api + "/K?on=2026-03-14", "/law/norms", "/law/norms?level=in-place&evidence=with&q=x", "/law/norms/c", "/law/norms/report"];

    public static TheoryData<string, string> Writing => new() { { Api + "/k/evidence", Evidence }, { Api + "/k/assessments", Assessment }, { Api + "/k/evidence/1/withdrawal", """{"reason":"wrong"}""" } };

    [Theory]
    [MemberData(nameof(Reading))]
    public async Task Get_WhenTheRoleMayNot_IsForbidden(string path)
    {
        await house.WalkAsync(path, [.. Enum.GetValues<Role>().Where(role => role != Role.Operator)]);
        await house.KnockAsync(path);
    }

    [Theory]
    [MemberData(nameof(Writing))]
    public Task Post_WhenOneMayNot_IsRefused(string path, string body) => house.RefuseWritingAsync(path, body, [Role.Diplomat, Role.Administrator]);

    [Fact]
    public async Task Get_WhenAMachineMayRead_IsAnswered()
    {
        using var reader = await house.Node.TokenAsync(TokenScope.Read);
        (await reader.GetAsync(Api)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Evidence_WhenGivenAndWithdrawn_IsKeptShownAndAudited()
    {
        var diplomat = house.As(Role.Diplomat);
        (await diplomat.SendJsonAsync(Api + "/a/evidence", Evidence)).Status.ShouldBe(HttpStatusCode.Created);
        (await diplomat.SendJsonAsync(Api + "/a/evidence/1/withdrawal", """{"reason":""}""")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await diplomat.SendJsonAsync(Api + "/a/evidence/1/withdrawal", """{"reason":"wrong norm"}""")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await diplomat.SendJsonAsync(Api + "/a/evidence/1/withdrawal", """{"reason":"again"}""")).Status.ShouldBe(HttpStatusCode.Conflict);
        (await diplomat.SendJsonAsync(Api + "/a/evidence/99/withdrawal", """{"reason":"none"}""")).Status.ShouldBe(HttpStatusCode.NotFound);
        var norm = await diplomat.JsonAsync(Api + "/a");
        (norm.GetProperty("evidenceCount").GetInt32(), norm.GetProperty("withdrawnCount").GetInt32()).ShouldBe((0, 1));
        norm.GetProperty("evidence")[0].GetProperty("withdrawnReason").GetString().ShouldBe("wrong norm");
        norm.GetProperty("evidence")[0].GetProperty("exercise").GetBoolean().ShouldBeTrue();
        var acts = await house.Node.ActsAsync();
        acts.ShouldContain("law.norm.evidence.add:done");
        acts.ShouldContain("law.norm.evidence.withdraw:done");
        acts.ShouldContain("law.norm.evidence.withdraw:failed");
    }

    [Fact]
    public async Task Assessment_WhenAnotherWasMadeSince_IsRefusedWithTheNewVersion()
    {
        var diplomat = house.As(Role.Diplomat);
        (await diplomat.JsonAsync(Api + "/b")).GetProperty("version").GetInt64().ShouldBe(0);
        (await diplomat.SendJsonAsync(Api + "/b/assessments", Assessment)).Status.ShouldBe(HttpStatusCode.Created);
        var refused = await house.As(Role.Administrator).SendJsonAsync(Api + "/b/assessments", Assessment);
        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        JsonDocument.Parse(refused.Html).RootElement.GetProperty("version").GetInt64().ShouldBe(1);
        (await house.As(Role.Administrator).SendJsonAsync(Api + "/b/assessments", Assessment.Replace("\"version\":0", "\"version\":1", StringComparison.Ordinal).Replace("in-place", "not-in-place", StringComparison.Ordinal))).Status.ShouldBe(HttpStatusCode.Created);
        var norm = await diplomat.JsonAsync(Api + "/b");
        norm.GetProperty("level").GetString().ShouldBe("not-in-place");
        norm.GetProperty("assessments").EnumerateArray().Select(one => one.GetProperty("current").GetBoolean()).ShouldBe([true, false]);
        (await house.Node.ActsAsync()).ShouldContain("law.norm.assess:failed");
    }

    [Fact]
    public async Task Evidence_WhenAnotherOrganisationGaveIt_IsReadOnlyOnceShared()
    {
        var services = house.Node.Services;
        var organisations = (OrganisationDirectory)services.GetService(typeof(OrganisationDirectory))!;
        await organisations.CreateAsync(new Organisation { Id = "ministry", Kind = OrganisationKind.Ministry, NameEn = "Ministry", NameJa = "省" }, Actor.System, default);
        await house.Node.Users.CreateAsync(new NewUser("ministry-diplomat", "Ministry diplomat", "ministry", [Role.Diplomat], TestNode.Password), Actor.System, default);
        using var other = house.Node.Browser();
        await other.SubmitAsync("/sign-in", "sign-in", ("name", "ministry-diplomat"), ("password", TestNode.Password));
        (await other.SendJsonAsync(Api + "/d/evidence", Evidence.Replace("Answered", "Secretly answered", StringComparison.Ordinal))).Status.ShouldBe(HttpStatusCode.Created);

        var diplomat = house.As(Role.Diplomat);
        (await diplomat.GetAsync("/law/norms/d")).Text.ShouldNotContain("Secretly");
        (await diplomat.GetAsync(Api + "?format=csv")).Html.ShouldNotContain("Secretly");
        (await diplomat.SendJsonAsync(Api + "/d/evidence/1/withdrawal", """{"reason":"x"}""")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await house.As(Role.Auditor).GetAsync("/law/norms/d")).Text.ShouldContain("Secretly");

        await ((SharingRules)services.GetService(typeof(SharingRules))!).AddAsync(new SharingRule { OwnerId = "ministry", DataKind = "law.norms", ToOrganisation = "csirt" }, Actor.System, default);
        (await diplomat.GetAsync("/law/norms/d")).Text.ShouldContain("Secretly");
        (await diplomat.SendJsonAsync(Api + "/d/evidence/1/withdrawal", """{"reason":"x"}""")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await house.As(Role.Administrator).SendJsonAsync(Api + "/d/evidence/1/withdrawal", """{"reason":"x"}""")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await house.As(Role.Administrator).GetAsync("/settings/sharing")).Document.QuerySelectorAll("select[name=dataKind] option").Select(option => option.GetAttribute("value")).ShouldBe(["capacity.entries", "contacts.checks", "diplomacy.entries", "law.norms", "observatory.observations"]);
    }

    [Theory]
    [InlineData("/z", HttpStatusCode.NotFound, "norm", "a, b, c")]
    [InlineData("/c?on=2026-02-30", HttpStatusCode.BadRequest, "on", "year-month-day")]
    [InlineData("?knownAt=never", HttpStatusCode.BadRequest, "knownAt", "year-month-day")]
    [InlineData("?format=exe", HttpStatusCode.BadRequest, "format", "csv")]
    public async Task Get_WhenTheQuestionIsWrong_SaysWhatAndWhatToDo(string path, HttpStatusCode status, string parameter, string remedy)
    {
        var answer = await house.As(Role.Diplomat).GetAsync(Api + path);
        answer.Status.ShouldBe(status);
        var problem = JsonDocument.Parse(answer.Html).RootElement;
        problem.GetProperty("parameter").GetString().ShouldBe(parameter);
        problem.GetProperty("detail").GetString()!.ShouldContain(remedy);
    }

    [Theory]
    [InlineData("/z/evidence", Evidence, HttpStatusCode.NotFound)]
    [InlineData("/c/evidence", "{}", HttpStatusCode.BadRequest)]
    [InlineData("/c/evidence", "not json", HttpStatusCode.BadRequest)]
    [InlineData("/c/evidence", """{"day":"2999-01-01","statement":"x","words":"x","source":"x","kind":"web","reference":"javascript:alert(1)"}""", HttpStatusCode.BadRequest)]
    [InlineData("/c/assessments", """{"level":"perfect"}""", HttpStatusCode.BadRequest)]
    public async Task Post_WhenTheEntryIsWrong_KeepsNothing(string path, string body, HttpStatusCode status)
    {
        (await house.As(Role.Diplomat).SendJsonAsync(Api + path, body)).Status.ShouldBe(status);
        var norm = await house.As(Role.Auditor).JsonAsync(Api + "/c");
        norm.GetProperty("evidence").GetArrayLength().ShouldBe(0);
        norm.GetProperty("assessments").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Csv_WhenTaken_HasALineForEachNormAndEntryAndDefusesFormulas()
    {
        await house.As(Role.Diplomat).SendJsonAsync(Api + "/e/evidence", Evidence.Replace("Answered a notice.", "=1+1", StringComparison.Ordinal));
        var lines = (await house.As(Role.Diplomat).GetAsync(Api + "?format=csv")).Html.TrimStart('\uFEFF').Split("\r\n");
        lines[0].ShouldStartWith("norm,paragraph,entry,id,organisation,date,level");
        lines.Count(line => line.Contains(",norm,", StringComparison.Ordinal)).ShouldBe(11);
        lines.Single(line => line.StartsWith("e,13(e),evidence,e-1,csirt,2026-03-01", StringComparison.Ordinal)).ShouldNotContain(",=1+1");
    }
}
