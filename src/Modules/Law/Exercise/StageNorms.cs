using Microsoft.Extensions.DependencyInjection;
using Noroshi.Contracts;
using Noroshi.Law.Features;
using Noroshi.Law.Store;
using Noroshi.Shell;
using Noroshi.Shell.Access;
using Noroshi.Shell.Audit;

namespace Noroshi.Law.Exercise;

/// <summary>Brings invented evidence and judgements of the exercise's ministry onto a node, shared with the other organisations.</summary>
internal static class StageNorms
{
    private const string ByName = "EXERCISE";

    internal static async Task<ExerciseOutcome> RunAsync(ExerciseStage stage, CancellationToken cancel)
    {
        var organisations = await stage.Services.GetRequiredService<OrganisationDirectory>().ListAsync(cancel);
        if (organisations.Count == 0) return new ExerciseOutcome(0, 0, 0);
        stage.Told("entering evidence for norms");
        var owner = (organisations.FirstOrDefault(one => one.Kind == OrganisationKind.Ministry) ?? organisations[0]).Id;
        var records = stage.Services.GetRequiredService<NormRecords>();
        var outcome = new ExerciseOutcome(0, 0, 0);
        foreach (var evidence in ExerciseEntry.Evidence)
        {
            var (number, isNew) = await records.AddAsync(evidence, owner, Actor.System, ByName, cancel);
            if (evidence == ExerciseEntry.Evidence[^1]) await records.WithdrawAsync(evidence.Norm, number, ExerciseEntry.WithdrawalReason, Actor.System, ByName, cancel);
            outcome += isNew ? new ExerciseOutcome(1, 0, 0) : new ExerciseOutcome(0, 1, 0);
        }

        foreach (var assessment in ExerciseEntry.Assessments)
            outcome += await records.AssessAsync(assessment, owner, Actor.System, ByName, cancel) is null ? new ExerciseOutcome(0, 1, 0) : new ExerciseOutcome(1, 0, 0);
        await stage.Services.GetRequiredService<SharingRules>().OpenToAllAsync(owner, NormRights.DataKind, Actor.System, cancel);
        return outcome;
    }
}
