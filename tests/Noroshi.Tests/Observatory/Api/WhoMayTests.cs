using System.Net;
using System.Text.Json;
using Noroshi.Contracts;
using Noroshi.Shell.Access;

namespace Noroshi.Tests.Observatory.Api;

/// <summary>Every endpoint against every role, and what each sees of it.</summary>
public sealed class WhoMayTests(ObservatoryNode house) : IClassFixture<ObservatoryNode>
{
    private const string Api = "/api/v1/observatory";
    private static readonly Role[] _readers = [Role.Analyst, Role.Investigator, Role.Diplomat, Role.CapacityOfficer, Role.Auditor, Role.Administrator];
    private static readonly Role[] _addresses = [Role.Analyst, Role.Investigator, Role.Auditor, Role.Administrator];

    /// <summary>Address, and who gets an answer.</summary>
    public static TheoryData<string, Role[]> Reading => new()
    {
        { Api + "/series?unit=flow", _readers },
        { Api + "/chart?unit=flow", _readers },
        { Api + "/map?unit=flow", _readers },
        { Api + "/totals?unit=flow", _readers },
        { Api + "/top/country?unit=flow", _readers },
        { Api + "/top/network?unit=flow&format=csv", _readers },
        { Api + "/top/source?unit=flow", _addresses },
        { Api + "/top/port?unit=flow&source=240.1.0.1", _addresses },
        { Api + "/series?unit=flow&source=240.1.0.1", _addresses },
        { Api + "/totals?unit=flow&source=240.1.0.1", _addresses },
        { Api + "/export?unit=flow&format=csv", _addresses },
        { Api + "/imports", _readers },
        { Api + "/sensors", _readers },
        { "/observatory?unit=flow", _readers },
        { "/observatory/top/port?unit=flow", _readers },
        { "/observatory/top/source?unit=flow", _addresses },
        { "/observatory/source/240.1.0.1?unit=flow", _addresses },
        { "/observatory/sensors", _readers },
        { "/observatory/imports", _readers },
        { "/observatory/plan", _readers },
    };

    [Theory]
    [MemberData(nameof(Reading))]
    public Task Get_WhenTheRoleMayNot_IsForbidden(string path, Role[] allowed) => house.WalkAsync(path, allowed);

    [Theory]
    [MemberData(nameof(Reading))]
    public async Task Get_WhenNobodyIsSignedIn_ShowsNothing(string path, Role[] allowed)
    {
        allowed.ShouldNotBeEmpty();
        await house.KnockAsync(path, "240.");
    }

    [Theory]
    [InlineData("/sensors/telescope-1/token")]
    [InlineData("/sensors/police-1/retire")]
    [InlineData("/imports/00000000000000000000000000000000/cancel")]
    public async Task Post_WhenTheRoleDoesNotManage_IsForbidden(string path)
    {
        foreach (var role in Enum.GetValues<Role>().Where(role => role is not (Role.Analyst or Role.Administrator)))
            (await house.As(role).PostAsync(Api + path)).Status.ShouldBe(HttpStatusCode.Forbidden, $"{role} {path}");
    }

    [Fact]
    public async Task Post_WhenTheAntiforgeryTokenIsMissing_IsRefused()
    {
        (await house.As(Role.Analyst).PostAsync(Api + "/sensors/telescope-1/retire")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await house.As(Role.Analyst).PostAsync(Api + "/imports?sensor=telescope-1", ("a", "b"))).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Top_WhenAnotherOrganisationsSensorIsNotShared_LeavesItOut()
    {
        (await KeysAsync(Role.Analyst, "/top/port?unit=flow")).ShouldBe(["23/tcp", "445/tcp", "22/tcp"]);
        (await KeysAsync(Role.Administrator, "/top/port?unit=flow")).ShouldBe(["3389/tcp", "23/tcp", "445/tcp", "22/tcp"]);
        var refused = await house.As(Role.Analyst).GetAsync(Api + "/top/port?unit=flow&sensor=police-1");
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Html.ShouldContain("\"parameter\":\"sensor\"");
        var missing = await house.As(Role.Analyst).GetAsync(Api + "/top/port?unit=flow&sensor=no-such");
        JsonDocument.Parse(missing.Html).RootElement.GetProperty("title").GetString()
            .ShouldBe(JsonDocument.Parse(refused.Html).RootElement.GetProperty("title").GetString(), "existing and missing sensors must not be told apart");
    }

    [Fact]
    public async Task Top_WhenTheViewerGetsAggregatesOnly_SuppressesSmallCells()
    {
        (await KeysAsync(Role.Analyst, "/top/country?unit=flow")).ShouldBe(["PH", "VN", "BR"]);
        using var answer = JsonDocument.Parse((await house.As(Role.Diplomat).GetAsync(Api + "/top/country?unit=flow")).Html);
        answer.RootElement.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("key").GetString()).ShouldBe(["PH"]);
        answer.RootElement.GetProperty("hiddenRows").GetInt32().ShouldBe(2);
        using var totals = JsonDocument.Parse((await house.As(Role.CapacityOfficer).GetAsync(Api + "/totals?unit=flow&country=BR")).Html);
        totals.RootElement.GetProperty("hidden").GetBoolean().ShouldBeTrue();
        totals.RootElement.GetProperty("totals").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Pages_WhenTheViewerGetsAggregatesOnly_NameNoSource()
    {
        foreach (var path in new[] { "/observatory?unit=flow", "/observatory?unit=flow&country=PH", "/observatory/top/network?unit=flow" })
        {
            var answer = await house.As(Role.Diplomat).GetAsync(path);
            answer.Status.ShouldBe(HttpStatusCode.OK);
            answer.Html.ShouldNotContain("240.");
        }
    }

    [Fact]
    public async Task Tokens_WhenTheScopeIsOther_AreRefused()
    {
        using var read = await house.Node.TokenAsync(TokenScope.Read);
        (await read.GetAsync(Api + "/totals?unit=flow")).Status.ShouldBe(HttpStatusCode.OK);
        (await read.GetAsync(Api + "/top/source?unit=flow")).Status.ShouldBe(HttpStatusCode.Forbidden);
        using var body = new StringContent("x");
        (await read.SendAsync(HttpMethod.Post, Api + "/imports?sensor=telescope-1", body)).Status.ShouldBe(HttpStatusCode.Forbidden);
        using var import = await house.Node.TokenAsync(TokenScope.Import);
        (await import.GetAsync(Api + "/totals?unit=flow")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Export_WhenMade_IsRecorded()
    {
        (await house.As(Role.Investigator).GetAsync(Api + "/export?unit=flow&format=csv&country=PH")).Html.ShouldContain("240.1.0.1");
        (await house.Node.ActsAsync()).ShouldContain("observatory.export:done");
    }

    private async Task<IReadOnlyList<string?>> KeysAsync(Role role, string path)
    {
        using var answer = JsonDocument.Parse((await house.As(role).GetAsync(Api + path)).Html);
        return [.. answer.RootElement.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("key").GetString())];
    }
}
