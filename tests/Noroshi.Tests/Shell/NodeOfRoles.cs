using System.Net;
using System.Text;
using Noroshi.Contracts;
using Noroshi.Shell.Access;

namespace Noroshi.Tests.Shell;

/// <summary>A node with one person of each role, and the walk that asks for an address as each of them.</summary>
public abstract class NodeOfRoles : IAsyncLifetime
{
    private readonly Dictionary<Role, TestBrowser> _people = [];

    internal TestNode Node { get; private set; } = null!;

    internal TestBrowser As(Role role) => _people[role];

    public async ValueTask InitializeAsync()
    {
        Node = await TestNode.StartAsync();
        await PrepareAsync();
        foreach (var role in Enum.GetValues<Role>()) _people[role] = await Node.SignedInAsync("person-" + role.ToString().ToLowerInvariant(), role);
    }

    public virtual async ValueTask DisposeAsync()
    {
        foreach (var browser in _people.Values) browser.Dispose();
        await Node.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Asks as every role: those who may get the address, the others learn nothing.</summary>
    /// <param name="path">Address of a page or of the API.</param>
    /// <param name="allowed">Who gets an answer.</param>
    /// <param name="secret">What stands there, and nowhere in a refusal.</param>
    /// <param name="refusal">How the others are refused, where that is not "forbidden": an address that is hidden is not found.</param>
    internal async Task WalkAsync(string path, IReadOnlyCollection<Role> allowed, string? secret = null, HttpStatusCode refusal = HttpStatusCode.Forbidden)
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            var answer = await As(role).GetAsync(path);
            answer.Status.ShouldBe(allowed.Contains(role) ? HttpStatusCode.OK : refusal, $"{role} {path}");
            if (!allowed.Contains(role) && secret is not null) answer.Html.ShouldNotContain(secret);
        }
    }

    /// <summary>Posts JSON as everybody who may not: the other roles, machines whatever their scope, and one who may without the antiforgery token.</summary>
    internal async Task RefuseWritingAsync(string path, string body, IReadOnlyCollection<Role> allowed)
    {
        foreach (var role in Enum.GetValues<Role>().Except(allowed)) (await As(role).SendJsonAsync(path, body)).Status.ShouldBe(HttpStatusCode.Forbidden, $"{role} {path}");
        foreach (var scope in Enum.GetValues<TokenScope>())
        {
            using var machine = await Node.TokenAsync(scope);
            (await machine.SendJsonAsync(path, body)).Status.ShouldBe(HttpStatusCode.Forbidden, $"{scope} {path}");
        }

        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        (await As(allowed.First()).SendAsync(HttpMethod.Post, path, content)).Status.ShouldBe(HttpStatusCode.BadRequest, $"{path} without the token");
    }

    /// <summary>Asks without having signed in, and learns nothing.</summary>
    internal async Task KnockAsync(string path, string? secret = null)
    {
        using var stranger = Node.Browser();
        var answer = await stranger.GetAsync(path);
        answer.Status.ShouldBeOneOf(HttpStatusCode.Unauthorized, HttpStatusCode.Found);
        if (secret is not null) answer.Html.ShouldNotContain(secret);
    }

    /// <summary>Puts in what the tests ask for, before anybody has signed in.</summary>
    protected virtual Task PrepareAsync() => Task.CompletedTask;
}
