using System.Globalization;
using Noroshi.Capacity.Iati.Checking;
using Noroshi.Capacity.Iati.Model;
using Noroshi.Capacity.Iati.Store;
using Noroshi.Contracts;
using Noroshi.Shell.Audit;
using Noroshi.Storage;

namespace Noroshi.Capacity.Iati.Exchange;

/// <summary>Compares files with what is kept, and takes them over where a person said so: all of it in one transaction, or nothing.</summary>
internal sealed class ImportActivities(RecordStore store, NodeOptions options, TimeProvider clock)
{
    /// <summary>Takes the files over, or shows what that would do.</summary>
    /// <exception cref="RefusalException">A file is not valid, an activity stands twice, or a block has no such name.</exception>
    internal Task<ImportAnswer> RunAsync(ImportRequest request, Actor by, string byName, CancellationToken cancel)
    {
        if (request.Replace.FirstOrDefault(name => FinancialBlock.All.All(block => block.Name != name)) is { } unknown) throw new RefusalException($"'{unknown}' is no block; --replace takes {string.Join(", ", FinancialBlock.All.Select(block => block.Name))}.", RefusalException.Input);
        var read = Read(request);
        return store.TransactAsync(
            async transaction =>
            {
                await transaction.LockAsync(ActivityRecords.Lock, cancel);
                var draft = new ImportDraft(request, options.Exercise, clock.GetUtcNow());
                foreach (var (file, activity) in read)
                {
                    var next = draft.Take(activity, file.Name, await ActivityRecords.FindAsync(transaction, activity.Identifier, cancel));
                    if (next is not null && request.Apply) await ActivityRecords.AddAsync(transaction, next.Activity, next, by, byName, cancel);
                }

                var missing = await MissingAsync(transaction, draft, read, cancel);
                var answer = draft.Answer(missing);
                if (request.Apply) await ActTrail.RecordAsync(transaction, Act(answer, by), cancel);
                return answer;
            },
            cancel);
    }

    private AuditEvent Act(ImportAnswer answer, Actor by) => new(
        clock.GetUtcNow(), "capacity.imported", by.Id, by.Organisation, "capacity", true,
        new Dictionary<string, string>
        {
            ["new"] = answer.New.Count.ToString(CultureInfo.InvariantCulture),
            ["changed"] = answer.Changed.Count.ToString(CultureInfo.InvariantCulture),
            ["unchanged"] = answer.Unchanged.ToString(CultureInfo.InvariantCulture),
        });

    private static async Task<IReadOnlyList<string>> MissingAsync(RecordTransaction transaction, ImportDraft draft, List<(ImportRequest.File File, IatiActivity Activity)> read, CancellationToken cancel)
    {
        var here = read.Select(each => each.Activity.Identifier).ToHashSet(StringComparer.Ordinal);
        var missing = new List<string>();
        foreach (var source in read.Where(each => each.File.IsWhole).Select(each => draft.SourceOf(each.Activity)).Distinct())
        {
            missing.AddRange((await ActivityRecords.OfSourceAsync(transaction, source, cancel)).Where(identifier => !here.Contains(identifier)));
        }

        return missing;
    }

    private List<(ImportRequest.File File, IatiActivity Activity)> Read(ImportRequest request)
    {
        var read = new List<(ImportRequest.File, IatiActivity)>();
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in request.Files)
        {
            using var content = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.Read);
            var verdict = IatiValidator.Run(content, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
            if (!verdict.IsValid) throw new RefusalException($"{file.Name} is not valid: line {verdict.Errors[0].Line}, {verdict.Errors[0].Message}", RefusalException.Input);
            content.Position = 0;
            using var reader = new IatiReader(content);
            foreach (var activity in reader.Activities())
            {
                if (activity.Identifier.Length == 0) throw new RefusalException($"{file.Name} has an activity without identifier, so nobody could find it again. Fill in iati-identifier.", RefusalException.Input);
                if (!seen.TryAdd(activity.Identifier, file.Name)) throw new RefusalException($"{activity.Identifier} stands in {seen[activity.Identifier]} and again in {file.Name}. Import one after the other, or choose with --only.", RefusalException.Input);
                read.Add((file, activity));
            }
        }

        return read;
    }
}
