using Microsoft.Extensions.DependencyInjection;
using Noroshi.Capacity.Registry;
using Noroshi.Contracts;
using Noroshi.Shell;
using Noroshi.Shell.Access;
using Noroshi.Shell.Audit;

namespace Noroshi.Capacity.Exercise;

/// <summary>Brings invented assessments, needs, offers and projects onto a node, entered by the exercise's aid agency and shared with the other organisations.</summary>
internal static class StageRegistry
{
    private const string ByName = "EXERCISE";

    internal static async Task<ExerciseOutcome> RunAsync(ExerciseStage stage, CancellationToken cancel)
    {
        var organisations = await stage.Services.GetRequiredService<OrganisationDirectory>().ListAsync(cancel);
        if (organisations.Count == 0) return new ExerciseOutcome(0, 0, 0);
        stage.Told("entering assessments, needs, offers and projects");
        var owner = (organisations.FirstOrDefault(one => one.Kind == OrganisationKind.AidAgency) ?? organisations[0]).Id;
        var records = stage.Services.GetRequiredService<EntryRecords>();
        var table = stage.Services.GetRequiredService<EntryTable<EntryKind>>();
        var outcome = new ExerciseOutcome(0, 0, 0);

        // What refers to another entry names it by its key in the script; it is entered after it.
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, kind, fields) in ExerciseRegistry.Entries(stage.Services.GetRequiredService<ReadCapacity>().Today))
        {
            var resolved = fields.ToDictionary(field => field.Key, field => field.Value.StartsWith('@') ? string.Join(' ', field.Value.Split(' ').Select(name => ids[name[1..]]).Order(StringComparer.Ordinal)) : field.Value);
            var (number, isNew) = await records.AddAsync(new NewEntry(kind, "ja", resolved, "exercise-" + key), owner, Actor.System, ByName, cancel);
            ids[key] = table.IdOf(number);
            outcome += isNew ? new ExerciseOutcome(1, 0, 0) : new ExerciseOutcome(0, 1, 0);
        }

        await stage.Services.GetRequiredService<SharingRules>().OpenToAllAsync(owner, CapacityRights.DataKind, Actor.System, cancel);
        return outcome;
    }
}
