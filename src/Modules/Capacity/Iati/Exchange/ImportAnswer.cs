namespace Noroshi.Capacity.Iati.Exchange;

/// <summary>What an import did, or would do, as JSON.</summary>
/// <param name="Applied">Whether it is done.</param>
/// <param name="New">Activities that were not kept; the first ones, see <see cref="MoreNew"/>.</param>
/// <param name="Changed">Activities that differ from what is kept; the first ones.</param>
/// <param name="Unchanged">How many are as they are kept.</param>
/// <param name="Missing">Activities of the same sources that no file has; they stay.</param>
/// <param name="NotKept">Extensions in other namespaces that have no place here, and how often they stand in the files.</param>
internal sealed record ImportAnswer(
    bool Applied, IReadOnlyList<ImportAnswer.Entry> New, IReadOnlyList<ImportAnswer.Entry> Changed, int Unchanged, IReadOnlyList<string> Missing, IReadOnlyDictionary<string, long> NotKept)
{
    /// <summary>How many activities of each kind are listed; the others are counted.</summary>
    internal const int MostListed = 1000;

    /// <summary>What makes a file invalid; then nothing was compared.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>New activities that are counted but not listed.</summary>
    public int MoreNew { get; init; }

    /// <summary>Changed activities that are counted but not listed.</summary>
    public int MoreChanged { get; init; }

    /// <summary>Something wrong in a file.</summary>
    internal sealed record Problem(string File, int Line, string Path, string Rule, string Message);

    /// <summary>An activity that is new or changes.</summary>
    /// <param name="Id">Its identifier.</param>
    /// <param name="Title">What it is called.</param>
    /// <param name="Source">Who says so.</param>
    /// <param name="File">In which file.</param>
    /// <param name="Fields">What changes.</param>
    /// <param name="Blocks">Financial blocks of the file that are not taken, because another source gave them.</param>
    internal sealed record Entry(string Id, string Title, string Source, string File, IReadOnlyList<FieldChange> Fields, IReadOnlyList<Left> Blocks);

    /// <summary>A block that stays as it is.</summary>
    /// <param name="Block">Which.</param>
    /// <param name="KeptFrom">The source that gave what is kept.</param>
    internal sealed record Left(string Block, string KeptFrom);

    /// <summary>This answer with that of the next batch.</summary>
    internal ImportAnswer With(ImportAnswer next)
    {
        var (added, changed) = (MostListed - New.Count, MostListed - Changed.Count);
        return this with
        {
            New = [.. New, .. next.New.Take(added)],
            Changed = [.. Changed, .. next.Changed.Take(changed)],
            MoreNew = MoreNew + Math.Max(0, next.New.Count - added),
            MoreChanged = MoreChanged + Math.Max(0, next.Changed.Count - changed),
            Unchanged = Unchanged + next.Unchanged,
        };
    }
}
