using Noroshi.Capacity.Iati.Model;
using Noroshi.Capacity.Iati.Store;

namespace Noroshi.Capacity.Iati.Exchange;

/// <summary>What an import comes to, activity by activity: each block from one source, the rest from the file.</summary>
internal sealed class ImportDraft(ImportRequest request, bool isExercise, DateTimeOffset at)
{
    private readonly List<ImportAnswer.Entry> _new = [], _changed = [];
    private int _unchanged;

    /// <summary>Who says what an activity says.</summary>
    private string SourceOf(IatiActivity activity) => request.Source ?? activity.ReportingOrganisation.Ref;

    /// <summary>Lays an activity of a file over what is kept.</summary>
    /// <returns>The next version; null where nothing changes.</returns>
    internal KeptActivity? Take(IatiActivity activity, string file, KeptActivity? kept)
    {
        var source = SourceOf(activity);
        var (next, blocks, left) = (activity, new Dictionary<string, BlockOrigin>(StringComparer.Ordinal), new List<ImportAnswer.Left>());
        foreach (var block in FinancialBlock.All)
        {
            var before = kept?.Blocks.GetValueOrDefault(block.Name);
            var isOthers = before is not null && before.Source != source;
            if (isOthers && block.Count(activity) > 0 && !request.Replace.Contains(block.Name)) left.Add(new ImportAnswer.Left(block.Name, before!.Source));
            if (isOthers && (block.Count(activity) == 0 || !request.Replace.Contains(block.Name)))
            {
                next = block.Take(kept!.Activity, next);
                blocks[block.Name] = before!;
            }
            else if (block.Count(activity) > 0)
            {
                blocks[block.Name] = new BlockOrigin(source, file);
            }
        }

        var changes = kept is null ? [] : ActivityDifference.Between(kept.Activity, next);
        var sources = kept is null || kept.Source != source || !SameSources(kept.Blocks, blocks);
        if (kept is not null && changes.Count == 0 && !sources && left.Count == 0)
        {
            _unchanged++;
            return null;
        }

        (kept is null ? _new : _changed).Add(new ImportAnswer.Entry(next.Identifier, next.Title.In("en"), source, file, changes, left));
        return kept is not null && changes.Count == 0 && !sources ? null : new KeptActivity(next, (kept?.Version ?? 0) + 1, source, file, blocks, isExercise, at, request.Confidence);
    }

    internal ImportAnswer Answer() => new(request.Apply, _new, _changed, _unchanged, [], new Dictionary<string, long>());

    // The same source may rename its file from one edition to the next; that alone is no change.
    private static bool SameSources(IReadOnlyDictionary<string, BlockOrigin> before, Dictionary<string, BlockOrigin> after) =>
        before.Count == after.Count && before.All(each => after.GetValueOrDefault(each.Key)?.Source == each.Value.Source);
}
