using Microsoft.Extensions.DependencyInjection;
using Noroshi.Contacts;
using Noroshi.Shell;
using Noroshi.Tests.Shell;

namespace Noroshi.Tests.Contacts;

/// <summary>A node with the exercise's directory and one person of each role.</summary>
public sealed class ContactsNode : NodeOfRoles
{
    internal Task<ExerciseOutcome> StageAsync() =>
        Node.Services.GetRequiredService<IReadOnlyList<NoroshiModule>>().OfType<ContactsModule>().Single().StageExerciseAsync(new ExerciseStage(Node.Services, "", _ => { }), default);

    protected override async Task PrepareAsync() => (await StageAsync()).Added.ShouldBeGreaterThan(20);
}
