using Noroshi.Contracts;
using Noroshi.Tests.Shell;

namespace Noroshi.Tests.Law;

/// <summary>A node with the reviewed law and one person of each role.</summary>
public sealed class LawNode : IAsyncLifetime
{
    private readonly Dictionary<Role, TestBrowser> _people = [];

    internal TestNode Node { get; private set; } = null!;

    internal TestBrowser As(Role role) => _people[role];

    public async ValueTask InitializeAsync()
    {
        Node = await TestNode.StartAsync();
        foreach (var role in Enum.GetValues<Role>()) _people[role] = await Node.SignedInAsync("person-" + role.ToString().ToLowerInvariant(), role);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var browser in _people.Values) browser.Dispose();
        await Node.DisposeAsync();
    }
}
