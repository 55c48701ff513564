using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Contacts.Domain;
using Noroshi.Contacts.Features;
using Noroshi.Contacts.Store;
using Noroshi.Shell;
using Noroshi.Shell.Audit;
using Noroshi.Storage;

namespace Noroshi.Contacts.Exercise;

/// <summary>Brings the invented directory and its checks onto a node. Calling it again adds nothing.</summary>
internal static class StageContacts
{
    internal static async Task<ExerciseOutcome> RunAsync(ExerciseStage stage, CancellationToken cancel)
    {
        stage.Told("entering contact points");
        var services = stage.Services;
        var import = services.GetRequiredService<ImportContacts>();
        var directory = services.GetRequiredService<ContactDirectory>();
        if ((await directory.CurrentAsync(cancel)).Point("jp-ex-247") is not null) return new ExerciseOutcome(0, ExerciseContacts.Checks.Count, 0);
        var plan = await import.RunAsync("exercise-contacts.csv", "csv", ExerciseContacts.Csv, import.Defaults("exercise-contacts.csv", null, null, null, null), Actor.System, "EXERCISE", cancel);
        if (!plan.IsPossible) throw new InvalidOperationException("The exercise's directory is wrong: " + string.Join(" ", plan.Problems));
        return new ExerciseOutcome(plan.Count(ImportChange.Added) + await ChecksAsync(services, cancel), plan.Count(ImportChange.Same), 0);
    }

    private static async Task<int> ChecksAsync(IServiceProvider services, CancellationToken cancel)
    {
        var owner = await services.GetRequiredService<DefaultOwner>().FindAsync(cancel);
        var book = await services.GetRequiredService<ContactDirectory>().CurrentAsync(cancel);
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        return await services.GetRequiredService<RecordStore>().TransactAsync(
            async transaction =>
            {
                var added = 0;
                foreach (var (point, daysAgo, minutes, announced) in ExerciseContacts.Checks)
                {
                    var sent = now.AddDays(-daysAgo);
                    added += await CheckRecords.StageAsync(
                        transaction,
                        new ContactCheck
                        {
                            Id = string.Create(CultureInfo.InvariantCulture, $"exercise-check-{added + 1}"),
                            PointId = point,
                            Owner = owner,
                            Announced = announced,
                            SentAt = sent,
                            DueAt = sent + ContactCheck.Allowed(book.Point(point)!.Function),
                            ExpiresAt = sent + ContactCheck.LinkLife,
                            SentBy = Actor.System.Id,
                            SentName = "EXERCISE",
                            AnsweredAt = minutes is { } length ? sent.AddMinutes(length) : null,
                            AnsweredBy = minutes is null ? null : CheckWay.Link,
                        },
                        cancel);
                }

                return added;
            },
            cancel);
    }
}
