using Microsoft.Extensions.DependencyInjection;
using Noroshi.Contacts;
using Noroshi.Contracts;
using Noroshi.Shell;
using Noroshi.Tests.Shell;

namespace Noroshi.Tests.Contacts;

/// <summary>A node with the exercise's directory and one person of each role.</summary>
public sealed class ContactsNode : IAsyncLifetime
{
    private readonly Dictionary<Role, TestBrowser> _people = [];

    internal TestNode Node { get; private set; } = null!;

    internal TestBrowser As(Role role) => _people[role];

    public async ValueTask InitializeAsync()
    {
        Node = await TestNode.StartAsync();
        var outcome = await StageAsync();
        outcome.Added.ShouldBeGreaterThan(20);
        foreach (var role in Enum.GetValues<Role>()) _people[role] = await Node.SignedInAsync("person-" + role.ToString().ToLowerInvariant(), role);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var browser in _people.Values) browser.Dispose();
        await Node.DisposeAsync();
    }

    internal Task<ExerciseOutcome> StageAsync() =>
        Node.Services.GetRequiredService<IReadOnlyList<NoroshiModule>>().OfType<ContactsModule>().Single().StageExerciseAsync(new ExerciseStage(Node.Services, "", _ => { }), default);
}
