using Microsoft.Extensions.DependencyInjection;
using Noroshi.Contracts;
using Noroshi.Diplomacy.Desk.Features;
using Noroshi.Shell;
using Noroshi.Shell.Access;
using Noroshi.Shell.Audit;

namespace Noroshi.Diplomacy.Desk.Exercise;

/// <summary>Brings an invented consultation and promises onto a node, entered by the exercise's ministry and shared with the other organisations.</summary>
internal static class StageDesk
{
    private const string ByName = "EXERCISE";

    internal static async Task<ExerciseOutcome> RunAsync(ExerciseStage stage, CancellationToken cancel)
    {
        var organisations = await stage.Services.GetRequiredService<OrganisationDirectory>().ListAsync(cancel);
        if (organisations.Count == 0) return new ExerciseOutcome(0, 0, 0);
        stage.Told("entering a consultation and commitments");
        var owner = (organisations.FirstOrDefault(one => one.Kind == OrganisationKind.Ministry) ?? organisations[0]).Id;
        var records = stage.Services.GetRequiredService<EntryRecords>();
        var reading = stage.Services.GetRequiredService<ReadDesk>();
        var (own, other) = (reading.Own.ToString(), reading.Own.ToString() == "PH" ? "JP" : "PH");
        var outcome = new ExerciseOutcome(0, 0, 0);
        foreach (var entry in ExerciseDesk.Rest(reading.Today, own, other).Prepend(ExerciseDesk.Consultation(reading.Today, own, other)))
            outcome += (await records.AddAsync(entry, owner, Actor.System, ByName, cancel)).IsNew ? new ExerciseOutcome(1, 0, 0) : new ExerciseOutcome(0, 1, 0);
        await stage.Services.GetRequiredService<SharingRules>().OpenToAllAsync(owner, DeskRights.DataKind, Actor.System, cancel);
        return outcome;
    }
}
