using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Contracts;
using Noroshi.Shell.Access;

namespace Noroshi.Tests.Shell.Access;

/// <summary>Who gets through which door: every role, strangers, machines, and people without their second factor.</summary>
public sealed class DoorTests(DoorTests.House house) : IClassFixture<DoorTests.House>
{
    /// <summary>What strangers may open, and why. Whoever opens another door writes it down here.</summary>
    private static readonly Dictionary<string, string> OpenDoors = new(StringComparer.Ordinal)
    {
        ["/sign-in"] = "how strangers stop being strangers",
        ["/sign-in/code"] = "its second step",
        ["/sign-in/passkey/options"] = "a challenge that names nobody",
        ["/set-up/{Token}"] = "guarded by a one-time link",
        ["/.well-known/noroshi"] = "what the node says of itself: public keys and addresses, signed",
        ["/contacts/answer/{Token}"] = "whoever received a communication check; guarded by a one-time link",
        ["/invitation/{Token}"] = "guarded by a one-time link",
        ["/api/v1/observatory/imports"] = "sensors show their own token; without one it answers 401",
        ["/api/v1/observatory/imports/{id}"] = "sensors show their own token; without one it answers 401",
        ["/api/v1/observatory/imports/{id}/rejected.csv"] = "sensors show their own token; without one it answers 401",
    };

    private static readonly string[] OpenPrefixes = ["/health", "/errors/", "/docs", "/openapi/", "/assets/", "/taxii2/"]; // TAXII: machines of partners sign in there in their own way, see TaxiiServerTests
    private readonly TestNode _node = house.Node;

    [Fact]
    public void Doors_WhenOpenToStrangers_AreWrittenDownWithTheirReason()
    {
        var open = Endpoints()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
            .Where(route => !OpenPrefixes.Any(prefix => route.StartsWith(prefix, StringComparison.Ordinal)))
            .Where(route => !OpenDoors.ContainsKey(route))
            .Distinct();
        open.ShouldBeEmpty("these endpoints are open to strangers; write them into OpenDoors with the reason, or close them");
    }

    [Theory]
    [InlineData("GET", "/api/v1/observatory/imports")]
    [InlineData("POST", "/api/v1/observatory/imports")]
    [InlineData("GET", "/api/v1/observatory/imports/x")]
    [InlineData("GET", "/api/v1/observatory/imports/x/rejected.csv")]
    public async Task Doors_WhenTheyCheckTheirOwnTokens_TurnStrangersAway(string method, string path)
    {
        using var stranger = _node.Browser();
        using var body = method == "GET" ? null : new ByteArrayContent([1, 2, 3]);
        (await stranger.SendAsync(new HttpMethod(method), path, body)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Strangers_WhenTryingEveryDoor_AreTurnedAway()
    {
        using var stranger = _node.Browser();
        var tried = 0;
        foreach (var endpoint in Endpoints().Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null))
        {
            foreach (var method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"])
            {
                var answer = await stranger.SendAsync(new HttpMethod(method), Path(endpoint), method == "GET" ? null : new FormUrlEncodedContent([]));
                var turnedAway = answer.Status == HttpStatusCode.Unauthorized || (answer.Status == HttpStatusCode.Found && answer.Target!.StartsWith("/sign-in?returnUrl=", StringComparison.Ordinal));
                turnedAway.ShouldBeTrue($"{method} {endpoint.RoutePattern.RawText} answered {answer.Status} to a stranger");
                tried++;
            }
        }

        tried.ShouldBeGreaterThan(15);
    }

    [Fact]
    public async Task Machines_WhenTryingEveryDoorNotMeantForThem_AreTurnedAway()
    {
        using var machine = await _node.TokenAsync(TokenScope.Read, TokenScope.Import, TokenScope.Admin);
        foreach (var endpoint in Endpoints().Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null && endpoint.Metadata.GetMetadata<AllowTokenAttribute>() is null))
        {
            foreach (var method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"])
            {
                var answer = await machine.SendAsync(new HttpMethod(method), Path(endpoint), method == "GET" ? null : new FormUrlEncodedContent([]));
                answer.Status.ShouldBe(HttpStatusCode.Forbidden, $"{method} {endpoint.RoutePattern.RawText}");
            }
        }
    }

    public static TheoryData<string, string, Role[]> Table() => new()
    {
        { "GET", "/", Enum.GetValues<Role>() },
        { "GET", "/account", Enum.GetValues<Role>() },
        { "GET", "/account/second-factor", Enum.GetValues<Role>() },
        { "GET", "/settings/users", [Role.Administrator] },
        { "GET", "/settings/users/someone", [Role.Administrator] },
        { "GET", "/settings/organisations", [Role.Administrator] },
        { "GET", "/settings/sharing", [Role.Administrator] },
        { "GET", "/settings/tokens", [Role.Administrator] },
        { "GET", "/settings/audit", [Role.Auditor, Role.Administrator] },
        { "GET", "/settings/audit.csv", [Role.Auditor, Role.Administrator] },
        { "POST", "/settings/users/someone/disable", [Role.Administrator] },
        { "POST", "/settings/users/someone/enable", [Role.Administrator] },
        { "POST", "/settings/users/someone/reset-second-factor", [Role.Administrator] },
        { "POST", "/settings/users/someone/end-sessions", [Role.Administrator] },
        { "POST", "/settings/tokens/some/revoke", [Role.Administrator] },
        { "POST", "/settings/sharing/some/remove", [Role.Administrator] },
        { "POST", "/account/passkeys/options", Enum.GetValues<Role>() },
        { "POST", "/account/passkeys/remove", Enum.GetValues<Role>() },
        { "POST", "/account/sign-out-everywhere", Enum.GetValues<Role>() },
        { "POST", "/sign-out", Enum.GetValues<Role>() },
    };

    [Fact]
    public async Task Doors_WhenEachRoleTries_OpenToTheirRolesAlone()
    {
        var doors = Table().Select(row => row.Data).ToList();
        foreach (var role in Enum.GetValues<Role>())
        {
            using var browser = await _node.SignedInAsync("role-" + role, role);
            foreach (var (method, path, allowed) in doors)
            {
                // A post without a form's token gets past the door and no further: nothing changes.
                var answer = await browser.SendAsync(new HttpMethod(method), path, method == "POST" ? new FormUrlEncodedContent([]) : null);
                var through = answer.Status != HttpStatusCode.Forbidden;
                through.ShouldBe(allowed.Contains(role), $"{role} {method} {path}: {answer.Status}");
                if (through) answer.Status.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.BadRequest);
                if (method == "POST" && through && path != "/account/passkeys/options") answer.Status.ShouldBe(HttpStatusCode.BadRequest, $"{role} {method} {path} without the form's token");
            }
        }
    }

    [Fact]
    public async Task Pages_WhenOnesOwnRulesAskForRoles_AreInTheTable()
    {
        var table = Table().Select(row => row.Data.Item2).ToHashSet(StringComparer.Ordinal);
        var missing = Endpoints()
            .Where(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith("settings", StringComparison.Ordinal))
            .Select(endpoint => Path(endpoint).Replace("/x", "/some", StringComparison.Ordinal))
            .Where(path => !table.Contains(path) && !table.Contains(path.Replace("/some", "/someone", StringComparison.Ordinal)));
        missing.ShouldBeEmpty();
        await Task.CompletedTask;
    }

    private IEnumerable<RouteEndpoint> Endpoints() => _node.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        .DistinctBy(endpoint => (endpoint.RoutePattern.RawText, string.Join(',', endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [])));

    private static string Path(RouteEndpoint endpoint) =>
        "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part is Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal ? literal.Content : "x"))));

    /// <summary>One node for all tests here: they only knock.</summary>
    public sealed class House : IAsyncLifetime
    {
        internal TestNode Node { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Node = await TestNode.StartAsync();

        public ValueTask DisposeAsync() => Node.DisposeAsync();
    }
}
