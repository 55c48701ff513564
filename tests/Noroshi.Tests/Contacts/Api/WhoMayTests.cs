using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Noroshi.Contracts;
using Noroshi.Shell.Access;

namespace Noroshi.Tests.Contacts.Api;

/// <summary>Every endpoint and page of the directory against every role, and what each sees.</summary>
public sealed class WhoMayTests(ContactsNode house) : IClassFixture<ContactsNode>
{
    private const string Api = "/api/v1/contacts";
    private static readonly Role[] All = Enum.GetValues<Role>();
    private static readonly Role[] Writers = [Role.Diplomat, Role.Administrator];
    private static readonly Role[] Checkers = [Role.Diplomat, Role.Analyst, Role.Administrator];

    /// <summary>Address, and who gets an answer.</summary>
    public static TheoryData<string, Role[]> Reading => new()
    {
        { Api + "/who?state=JP&function=24-7", All },
        { Api + "/points", All },
        { Api + "/points/jp-ex-247", All },
        { Api + "/points/ph-ex-247", [.. All.Where(role => role != Role.Operator)] },
        { Api + "/export?format=csv", All },
        { Api + "/checks", Checkers },
        { Api + "/checks/figures", Checkers },
        { "/contacts", All },
        { "/contacts?q=PH", All },
        { "/contacts/directory", All },
        { "/contacts/points/jp-ex-247", All },
        { "/contacts/points/ph-ex-247", [.. All.Where(role => role != Role.Operator)] },
        { "/contacts/organisations/jp-ex-police", All },
        { "/contacts/checks", Checkers },
        { "/contacts/import", Writers },
        { "/contacts/points/new", Writers },
        { "/contacts/organisations/new", Writers },
    };

    [Theory]
    [MemberData(nameof(Reading))]
    public Task Get_WhenTheRoleMayNot_IsRefused(string path, Role[] allowed) =>
        house.WalkAsync(path, allowed, refusal: path.Contains("/points/ph-", StringComparison.Ordinal) ? HttpStatusCode.NotFound : HttpStatusCode.Forbidden);

    [Theory]
    [MemberData(nameof(Reading))]
    public async Task Get_WhenNobodyIsSignedIn_ShowsNothing(string path, Role[] allowed)
    {
        allowed.ShouldNotBeEmpty();
        await house.KnockAsync(path, "+81");
    }

    [Fact]
    public async Task Operator_WhenLookingAbroad_SeesOnlyTheirOwnState()
    {
        var listed = await house.As(Role.Operator).GetAsync(Api + "/points?standing=all");
        listed.Html.ShouldContain("jp-ex-247");
        foreach (var path in new[] { Api + "/points?standing=all", Api + "/who?state=PH&function=24-7", Api + "/export?format=json", Api + "/export?format=vcard&state=PH", "/contacts?q=PH", "/contacts/directory?standing=all", "/api/v1/shell/palette?q=exercise" })
        {
            var answer = await house.As(Role.Operator).GetAsync(path);
            answer.Status.ShouldBe(HttpStatusCode.OK, path);
            answer.Html.ShouldNotContain("+63");
            answer.Html.ShouldNotContain("ph-ex-");
        }
    }

    [Fact]
    public async Task Post_WhenTheRoleMayNot_IsForbidden()
    {
        foreach (var role in All)
        {
            using var file = new StringContent("id,state\n");
            var import = await house.As(role).SendAsync(HttpMethod.Post, Api + "/import?format=csv&dryRun=true", file);
            import.Status.ShouldBe(Writers.Contains(role) ? HttpStatusCode.BadRequest : HttpStatusCode.Forbidden, $"{role}: a cookie needs the antiforgery token");
            using var check = JsonContent.Create(new { point = "jp-ex-247" });
            (await house.As(role).SendAsync(HttpMethod.Post, Api + "/checks", check)).Status.ShouldBe(Checkers.Contains(role) ? HttpStatusCode.BadRequest : HttpStatusCode.Forbidden, $"{role}");
        }
    }

    [Fact]
    public async Task Tokens_WhenTheScopeIsOther_AreRefused()
    {
        using var read = await house.Node.TokenAsync(TokenScope.Read);
        (await read.GetAsync(Api + "/who?state=PH&function=technical")).Status.ShouldBe(HttpStatusCode.OK);
        (await read.GetAsync(Api + "/checks")).Status.ShouldBe(HttpStatusCode.Forbidden);
        using var file = new StringContent("id,state\n");
        (await read.SendAsync(HttpMethod.Post, Api + "/import?format=csv&dryRun=true", file)).Status.ShouldBe(HttpStatusCode.Forbidden);
        using var import = await house.Node.TokenAsync(TokenScope.Import);
        using var again = new StringContent("id,state\nx,PH\n");
        var answer = await import.SendAsync(HttpMethod.Post, Api + "/import?format=csv&dryRun=true", again);
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        JsonDocument.Parse(answer.Html).RootElement.GetProperty("problems").EnumerateArray().ShouldNotBeEmpty();
        (await import.GetAsync(Api + "/points")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("state=PH", "function")]
    [InlineData("state=Philippines&function=technical", "state")]
    [InlineData("state=PH&function=boss", "function")]
    [InlineData("state=PH&function=technical&at=2026-03-01T03:00", "at")]
    [InlineData("state=PH&function=technical&at=tomorrow", "at")]
    [InlineData("state=PH&function=technical&language=%3Cscript%3E", "language")]
    public async Task Who_WhenTheQuestionIsWrong_SaysWhatToWrite(string query, string parameter)
    {
        var answer = await house.As(Role.Analyst).GetAsync($"{Api}/who?{query}");
        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        JsonDocument.Parse(answer.Html).RootElement.GetProperty("title").GetString()!.ShouldContain($"'{parameter}'");
    }

    [Fact]
    public async Task Who_WhenItIsSundayNight_NamesTheNightDeskAndTheLadder()
    {
        using var answer = JsonDocument.Parse((await house.As(Role.Diplomat).GetAsync(Api + "/who?state=PH&function=technical&at=2026-03-01T03:00Z&language=en")).Html);
        var answers = answer.RootElement.GetProperty("answers").EnumerateArray().ToList();
        var first = answers[0];
        first.GetProperty("point").GetString().ShouldBe("ph-ex-technical-night");
        first.GetProperty("open").GetBoolean().ShouldBeTrue();
        first.GetProperty("localTime").GetString().ShouldBe("2026-03-01T11:00+08:00");
        first.GetProperty("organisation").GetString()!.ShouldContain("EXERCISE");
        first.GetProperty("next")[0].GetProperty("point").GetString().ShouldBe("ph-ex-247");
        first.GetProperty("languages")[0].GetString().ShouldBe("en");
        answers[1].GetProperty("open").GetBoolean().ShouldBeFalse();
        answers[1].GetProperty("opensAt").GetDateTimeOffset().ShouldBe(Entries.At("2026-03-02T00:00Z"));
    }

    [Fact]
    public async Task Export_WhenMade_IsRecorded()
    {
        (await house.As(Role.Investigator).GetAsync(Api + "/export?format=rfc2350&state=GB")).Html.ShouldContain("2.1. Name of the Team");
        (await house.Node.ActsAsync()).ShouldContain("contacts.exported:done");
        (await house.As(Role.Investigator).GetAsync(Api + "/export?format=docx")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Exercise_WhenStagedAgain_AddsNothing() => (await house.StageAsync()).Added.ShouldBe(0);
}
