using Microsoft.Extensions.DependencyInjection;
using Noroshi.Shell;
using Noroshi.Shell.Audit;
using Noroshi.WeakLinks.Recorded;
using Noroshi.WeakLinks.Studies;

namespace Noroshi.WeakLinks.Exercise;

/// <summary>Makes the study of the invented alliance on a node of the exercise.</summary>
internal static class StageWeakLinks
{
    private const int Threads = 2;

    internal static async Task<ExerciseOutcome> RunAsync(ExerciseStage stage, CancellationToken cancel)
    {
        var store = stage.Services.GetRequiredService<StudyStore>();
        if (store.All().Any(study => study is { Exercise: true, Title: ExerciseAlliance.Title })) return new ExerciseOutcome(0, 1, 0);
        stage.Told("sampling an invented alliance for its weak links");
        var now = stage.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var found = await stage.Services.GetRequiredService<AskRecords>().FindAsync(ExerciseRecords.Asked, person: null, cancel);
        var request = ExerciseRecords.Draw(ExerciseAlliance.Request(Threads), found);
        var plan = ExerciseRecords.Draw(ExerciseAlliance.Plan(request), found);
        var study = await Task.Run(() => MakeStudy.Run(StudyStore.NewId(now), ExerciseAlliance.Title, now, "EXERCISE", exercise: true, request, plan, ExerciseAlliance.Inputs, _ => { }, cancel), cancel);
        return (await stage.Services.GetRequiredService<KeepStudies>().KeepAsync(study, Actor.System, cancel)).Done ? new ExerciseOutcome(1, 0, 0) : new ExerciseOutcome(0, 1, 0);
    }
}
