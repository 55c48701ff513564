using System.Globalization;
using Noroshi.Capacity.Iati.Checking;
using Noroshi.Capacity.Iati.Model;
using Noroshi.Capacity.Iati.Store;
using Noroshi.Contracts;
using Noroshi.Shell.Audit;
using Noroshi.Storage;

namespace Noroshi.Capacity.Iati.Exchange;

/// <summary>Compares a batch of activities with what is kept, and takes it over where a person said so: all of the batch in one transaction, or nothing of it.</summary>
internal sealed class ImportActivities(RecordStore store, NodeOptions options, TimeProvider clock)
{
    /// <summary>Takes the batch over, or shows what that would do.</summary>
    /// <exception cref="RefusalException">A file is not valid, an activity stands twice, or a block has no such name.</exception>
    internal Task<ImportAnswer> RunAsync(ImportRequest request, Actor by, string byName, CancellationToken cancel)
    {
        CheckBlocks(request.Replace);
        var read = Read(request);
        return store.TransactAsync(
            async transaction =>
            {
                await transaction.LockAsync(ActivityRecords.Lock, cancel);
                var draft = new ImportDraft(request, options.Exercise, clock.GetUtcNow());
                foreach (var (file, activity) in read)
                {
                    var next = draft.Take(activity, file.Name, await ActivityRecords.FindAsync(transaction, activity.Identifier, cancel));
                    if (next is not null && request.Apply) await ActivityRecords.AddAsync(transaction, next, by, byName, cancel);
                }

                var answer = draft.Answer();
                if (request.Apply) await ActTrail.RecordAsync(transaction, Act(answer, by), cancel);
                return answer;
            },
            cancel);
    }

    /// <summary>Refuses a block that does not exist.</summary>
    internal static void CheckBlocks(IReadOnlyList<string> blocks)
    {
        if (blocks.FirstOrDefault(name => FinancialBlock.All.All(block => block.Name != name)) is { } unknown) throw new RefusalException($"'{unknown}' is no block; --replace takes {string.Join(", ", FinancialBlock.All.Select(block => block.Name))}.", RefusalException.Input);
    }

    private AuditEvent Act(ImportAnswer answer, Actor by) => new(
        clock.GetUtcNow(), "capacity.imported", by.Id, by.Organisation, "capacity", true,
        new Dictionary<string, string>
        {
            ["new"] = answer.New.Count.ToString(CultureInfo.InvariantCulture),
            ["changed"] = answer.Changed.Count.ToString(CultureInfo.InvariantCulture),
            ["unchanged"] = answer.Unchanged.ToString(CultureInfo.InvariantCulture),
        });

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
                Note(seen, activity.Identifier, file.Name);
                read.Add((file, activity));
            }
        }

        return read;
    }

    /// <summary>Notes an identifier that an import met.</summary>
    /// <exception cref="RefusalException">It is empty, or stands twice.</exception>
    internal static void Note(Dictionary<string, string> seen, string identifier, string file)
    {
        if (identifier.Length == 0) throw new RefusalException($"{file} has an activity without identifier, so nobody could find it again. Fill in iati-identifier.", RefusalException.Input);
        if (!seen.TryAdd(identifier, file)) throw new RefusalException($"{identifier} stands in {seen[identifier]} and again in {file}. Import one after the other, or choose with --only.", RefusalException.Input);
    }
}
