using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Contracts;
using Noroshi.Node;
using Noroshi.Shell.Access;
using Noroshi.Shell.Audit;
using Noroshi.Storage;
using Noroshi.Tests.ReferenceData;
using Noroshi.Tests.Storage;

namespace Noroshi.Tests.Shell;

/// <summary>A whole node on a free loopback port over a temporary data folder, and browsers that visit it.</summary>
internal sealed class TestNode : IAsyncDisposable
{
    public const string Password = "correct horse battery staple";
    private readonly TemporaryFolder _folder = new();
    private WebApplication? _app;

    public IServiceProvider Services => _app!.Services;

    public Uri Address { get; private set; } = null!;

    public RecordStore Records => Services.GetRequiredService<RecordStore>();

    public UserDirectory Users => Services.GetRequiredService<UserDirectory>();

    /// <summary>Starts the node with one organisation, <c>csirt</c>.</summary>
    /// <param name="secondFactor">Whether everybody needs a second factor; without it the node is an exercise.</param>
    /// <param name="signInsPerMinute">The limit on attempts; high, since all tests come from one address.</param>
    public static async Task<TestNode> StartAsync(bool secondFactor = false, int signInsPerMinute = 100_000)
    {
        var node = new TestNode();
        var data = node._folder.File("data");
        Directory.CreateDirectory(data);
        await File.WriteAllTextAsync(Path.Combine(data, "noroshi.json"), $$$"""{"Node":{"RequestBurst":1000000,"SignInPerMinute":{{{signInsPerMinute}}}}}""");
        node._app = await NodeHost.BuildAsync(
            new ServeOptions
            {
                Node = new NodeOptions { DataDirectory = data, ReferenceData = ReferenceFolderOfTheTree.Path, RequireSecondFactor = secondFactor, Exercise = !secondFactor },
                Urls = "http://127.0.0.1:0",
            },
            default);
        await node._app.StartAsync();
        node.Address = new Uri(node._app.Urls.First(url => url.StartsWith("http://127", StringComparison.Ordinal)).Replace("127.0.0.1", "localhost", StringComparison.Ordinal));
        await node.Services.GetRequiredService<OrganisationDirectory>().CreateAsync(
            new Organisation { Id = "csirt", Kind = OrganisationKind.Csirt, NameEn = "National CSIRT", NameJa = "国家CSIRT" }, Actor.System, default);
        return node;
    }

    /// <summary>A browser without cookies; it shows redirects instead of following them.</summary>
    public TestBrowser Browser() => new(Address);

    /// <summary>Gives somebody access, with <see cref="Password"/>.</summary>
    public Task<string> AddUserAsync(string name, params Role[] roles) =>
        Users.CreateAsync(new NewUser(name, "Person " + name, "csirt", roles, Password), Actor.System, default);

    /// <summary>A browser in which a new person of these roles has signed in through the page.</summary>
    public async Task<TestBrowser> SignedInAsync(string name, params Role[] roles)
    {
        await AddUserAsync(name, roles);
        var browser = Browser();
        var answer = await browser.SubmitAsync("/sign-in", "sign-in", ("name", name), ("password", Password));
        answer.Status.ShouldBe(HttpStatusCode.Found, answer.Text);
        return browser;
    }

    /// <summary>A machine with a token of these scopes.</summary>
    public async Task<TestBrowser> TokenAsync(params TokenScope[] scopes)
    {
        var token = await Services.GetRequiredService<ApiTokens>().IssueAsync("machine", "csirt", scopes, TimeSpan.FromDays(1), Actor.System, default);
        return new TestBrowser(Address, token.Text);
    }

    /// <summary>The acts recorded so far, oldest first, as <c>act:outcome</c>.</summary>
    public Task<IReadOnlyList<string>> ActsAsync() =>
        Records.QueryAsync<string>("SELECT act || CASE succeeded WHEN 1 THEN ':done' ELSE ':failed' END FROM audit_event ORDER BY sequence", null, default);

    /// <summary>Somebody as endpoints see them, without signing in.</summary>
    public static ClaimsPrincipal Person(string organisation, params Role[] roles) => new(new ClaimsIdentity(
        [new Claim("sub", "someone"), new Claim("noroshi:organisation", organisation), .. roles.Select(role => new Claim("noroshi:role", role.ToString()))],
        "test"));

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }

        _folder.Dispose();
    }
}
