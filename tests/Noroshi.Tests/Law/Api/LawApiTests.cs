using System.Net;
using System.Text;
using System.Text.Json;
using Noroshi.Contracts;
using Noroshi.Shell.Access;

namespace Noroshi.Tests.Law.Api;

/// <summary>Every endpoint and page against every role, the shapes of the answers, and wrong questions.</summary>
public sealed class LawApiTests(LawNode house) : IClassFixture<LawNode>
{
    private const string Api = "/api/v1/law";

    public static TheoryData<string> Reading =>
    [
        Api + "/instruments",
        Api + "/instruments?format=csv",
        Api + "/status/ETS185",
        Api + "/status/ETS185?on=2011-11-30&basis=in-force&knownAt=2020-01-01",
        Api + "/status/MLAT-JP-US",
        Api + "/matrix?on=2024-10-01&instruments=ETS185,CETS224&group=ASEAN",
        Api + "/changes?from=2024-01-01&to=2024-12-31",
        Api + "/chart/ETS185",
        Api + "/map/ETS185",
        Api + "/reservations?instrument=ETS185&state=JP",
        Api + "/authorities?state=JP",
        Api + "/implementation?state=JP",
        Api + "/offences",
        Api + "/basis?from=JP&to=US&measure=PRESERVE&on=2012-11-01&offence=illegal-access&fact=dual_criminality=false",
        Api + "/basis?from=JP&to=CH&measure=PRESERVE&on=2011-12-15&format=csv",
        Api + "/rules/B004",
        "/law",
        "/law?q=cyber&on=2020-01-01",
        "/law/instruments/ETS185",
        "/law/instruments/EU2023-1543",
        "/law/instruments/MLAT-JP-EU",
        "/law/instruments/CIS2001",
        "/law/states/JP",
        "/law/states/CW",
        "/law/states/KP",
        "/law/matrix",
        "/law/changes",
        "/law/offences",
        "/law/basis",
        "/law/basis?from=JP&to=US&measure=PRESERVE&on=2012-11-01&urgent=true&fact.dualCriminality=false&started=2012-11-05",
        "/law/rules/B004",
    ];

    [Theory]
    [MemberData(nameof(Reading))]
    public Task Get_WhenTheRoleMayNot_IsForbidden(string path) => house.WalkAsync(path, [.. Enum.GetValues<Role>().Where(role => role != Role.Operator)]);

    [Theory]
    [MemberData(nameof(Reading))]
    public Task Get_WhenNobodyIsSignedIn_ShowsNothing(string path) => house.KnockAsync(path, "ETS185\"");

    [Fact]
    public async Task Get_WhenAMachineMayRead_IsAnswered()
    {
        using var read = await house.Node.TokenAsync(TokenScope.Read);
        (await read.GetAsync(Api + "/status/ETS185")).Status.ShouldBe(HttpStatusCode.OK);
        using var import = await house.Node.TokenAsync(TokenScope.Import);
        (await import.GetAsync(Api + "/status/ETS185")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("/status/ETS158", HttpStatusCode.NotFound, "instrument", "ETS185")]
    [InlineData("/status/ETS185?on=2011-02-30", HttpStatusCode.BadRequest, "on", "2011-11-30")]
    [InlineData("/status/ETS185?on=0001-01-01", HttpStatusCode.BadRequest, "on", "1900-01-01")]
    [InlineData("/status/ETS185?knownAt=yesterday", HttpStatusCode.BadRequest, "knownAt", "year-month-day")]
    [InlineData("/status/ETS185?basis=both", HttpStatusCode.BadRequest, "basis", "in-force")]
    [InlineData("/status/ETS185?state=QQ", HttpStatusCode.NotFound, "state", "ISO 3166-1")]
    [InlineData("/status/ETS185?format=exe", HttpStatusCode.BadRequest, "format", "csv")]
    [InlineData("/matrix?instruments=ETS185,NONE", HttpStatusCode.NotFound, "instrument", "")]
    [InlineData("/matrix?group=NOBODY", HttpStatusCode.NotFound, "group", "ASEAN")]
    [InlineData("/changes?from=2025-01-01&to=2024-01-01", HttpStatusCode.BadRequest, "from", "earlier day")]
    public async Task Get_WhenTheQuestionIsWrong_SaysWhatAndWhatToDo(string path, HttpStatusCode status, string parameter, string remedy)
    {
        var answer = await house.As(Role.Diplomat).GetAsync(Api + path);
        answer.Status.ShouldBe(status);
        using var problem = JsonDocument.Parse(answer.Html);
        problem.RootElement.GetProperty("parameter").GetString().ShouldBe(parameter);
        problem.RootElement.GetProperty("title").GetString().ShouldNotBeNullOrEmpty();
        problem.RootElement.GetProperty("detail").GetString()!.ShouldContain(remedy);
    }

    [Fact]
    public async Task Status_WhenAsked_HasTheShapeThatIsPromised()
    {
        using var answer = JsonDocument.Parse((await house.As(Role.Diplomat).GetAsync(Api + "/status/ets185?on=2011-11-30&basis=deposited")).Html);
        var root = answer.RootElement;
        root.GetProperty("instrument").GetString().ShouldBe("ETS185");
        root.GetProperty("on").GetString().ShouldBe("2011-11-30");
        root.GetProperty("basis").GetString().ShouldBe("deposited");
        root.GetProperty("parties").GetInt32().ShouldBe(32);
        root.GetProperty("signatories").GetInt32().ShouldBe(15);
        var switzerland = root.GetProperty("states").EnumerateArray().Single(state => state.GetProperty("state").GetString() == "CH");
        switzerland.GetProperty("status").GetString().ShouldBe("party");
        switzerland.GetProperty("since").GetString().ShouldBe("2011-09-21");
        switzerland.GetProperty("confidence").GetString().ShouldBe("A");
        switzerland.GetProperty("source").GetString().ShouldNotBeNullOrEmpty();
        root.GetProperty("verification").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Status_WhenTheDayIsLaterThanTheLastCheck_SaysSo()
    {
        using var answer = JsonDocument.Parse((await house.As(Role.Diplomat).GetAsync(Api + "/status/ETS185?on=2026-11-01")).Html);
        answer.RootElement.GetProperty("verification").GetString().ShouldBe("not verified after 2026-01-14");
    }

    [Fact]
    public async Task Status_WhenATerritoryIsAsked_SaysOfWhichStateItIsPart()
    {
        using var answer = JsonDocument.Parse((await house.As(Role.Diplomat).GetAsync(Api + "/status/ETS185?state=cw&on=2024-10-01&basis=in-force")).Html);
        answer.RootElement.GetProperty("status").GetString().ShouldBe("extended");
        answer.RootElement.GetProperty("partOf").GetString().ShouldBe("NL");
    }

    [Fact]
    public async Task Status_WhenTakenAsCsv_HasALineForEveryState()
    {
        var answer = await house.As(Role.Diplomat).GetAsync(Api + "/status/ETS185?on=2025-08-31&format=csv");
        var lines = answer.Html.Trim().Split("\r\n");
        lines[0].TrimStart('\uFEFF').ShouldBe("state,status,since,confidence,source,as_of,note,part_of");
        lines.Count(line => line.Split(',')[1] == "party").ShouldBe(81);
        Encoding.UTF8.GetByteCount(answer.Html).ShouldBeGreaterThan(1000);
    }

    [Fact]
    public async Task Chart_WhenAsked_HasAsManyValuesAsTimes()
    {
        using var answer = JsonDocument.Parse((await house.As(Role.Diplomat).GetAsync(Api + "/chart/ETS185?on=2018-09-30")).Html);
        var times = answer.RootElement.GetProperty("times").GetArrayLength();
        times.ShouldBe(18);
        var series = answer.RootElement.GetProperty("series").EnumerateArray().ToList();
        series.Select(one => one.GetProperty("key").GetString()).ShouldBe(["deposited", "in-force", "signatories"]);
        series.ShouldAllBe(one => one.GetProperty("values").GetArrayLength() == times);
        series[0].GetProperty("values").EnumerateArray().Last().GetInt32().ShouldBe(61);
        series[1].GetProperty("values").EnumerateArray().Last().GetInt32().ShouldBe(57);
    }
}
