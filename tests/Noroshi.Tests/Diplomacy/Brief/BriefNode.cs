using Microsoft.Extensions.DependencyInjection;
using Noroshi.Contacts;
using Noroshi.Shell;
using Noroshi.Tests.Shell;

namespace Noroshi.Tests.Diplomacy.Brief;

/// <summary>A node with the exercise's directory and one person of each role.</summary>
public sealed class BriefNode : NodeOfRoles
{
    protected override async Task PrepareAsync() =>
        await Node.Services.GetRequiredService<IReadOnlyList<NoroshiModule>>().OfType<ContactsModule>().Single().StageExerciseAsync(new ExerciseStage(Node.Services, "", _ => { }), default);
}
