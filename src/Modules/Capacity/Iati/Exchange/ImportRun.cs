using Noroshi.Capacity.Iati.Checking;
using Noroshi.Capacity.Iati.Model;
using Noroshi.Storage;

namespace Noroshi.Capacity.Iati.Exchange;

/// <summary>Takes files over batch by batch: each is judged whole first, then read activity by activity; memory grows with a batch, not with a file.</summary>
/// <param name="wish">What a person asked for.</param>
/// <param name="ask">Hands one batch to where the data are.</param>
/// <param name="kept">Identifiers of what is kept from a source.</param>
/// <param name="told">Told how many activities are done, each time a batch is on disk.</param>
internal sealed class ImportRun(ImportWish wish, Func<ImportRequest, CancellationToken, Task<ImportAnswer>> ask, Func<string, CancellationToken, Task<IReadOnlyList<string>>> kept, Action<int>? told = null)
{
    /// <summary>The largest file, in bytes.</summary>
    internal const long Largest = 1L << 30;

    private const int MostActivities = 200_000;
    private const int MostProblems = 100;
    private readonly SortedDictionary<string, long> _notKept = new(StringComparer.Ordinal);
    private readonly HashSet<string>? _open = wish.Only?.ToHashSet(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _seen = new(StringComparer.Ordinal);
    private readonly HashSet<string> _sources = new(StringComparer.Ordinal);
    private ImportAnswer _answer = new(wish.Apply, [], [], 0, [], new Dictionary<string, long>());
    private int _done;

    /// <summary>Does it.</summary>
    /// <param name="files">The files, each with the name under which it is shown and kept; they are read more than once and stay open.</param>
    /// <param name="folder">A folder that the node can read as well, for batches.</param>
    /// <param name="cancel">Stops the work; what was told as done stays.</param>
    /// <exception cref="RefusalException">A file cannot be read or is of another kind, a chosen activity is in none, or they are too many; nothing was taken.</exception>
    internal async Task<ImportAnswer> RunAsync(IReadOnlyList<(string Name, Stream Content)> files, string folder, CancellationToken cancel)
    {
        ImportActivities.CheckBlocks(wish.Replace);
        var problems = new List<ImportAnswer.Problem>();
        foreach (var (name, content) in files) Judge(name, content, problems, cancel);
        if (problems.Count > 0) return _answer with { Applied = false, Problems = problems };
        if (_open is { Count: > 0 }) throw new RefusalException($"{string.Join(", ", _open.Take(10))}: in none of the files. Check the identifiers behind --only.", RefusalException.Input);
        foreach (var (name, content) in files) await TakeAsync(name, content, folder, cancel);
        return _answer with { Missing = await MissingAsync(cancel), NotKept = _notKept };
    }

    /// <summary>Looks at a whole file before anything of any file is taken.</summary>
    private void Judge(string name, Stream input, List<ImportAnswer.Problem> problems, CancellationToken cancel)
    {
        input.Position = 0;
        if (input.Length > Largest) throw new RefusalException($"{name} is larger than {Largest >> 30} GiB. Split it by activities.", RefusalException.Input);
        var verdict = IatiValidator.Run(input, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime), cancel);
        if (verdict is { WasRead: true, AreOrganisations: true }) throw new RefusalException($"{name} is about organisations; only activities are imported.", RefusalException.Input);
        if (!verdict.WasRead) throw new RefusalException($"{name}, line {verdict.Errors[^1].Line}: {verdict.Errors[^1].Message}", RefusalException.Input);
        problems.AddRange(verdict.Errors.Take(MostProblems - problems.Count).Select(error => new ImportAnswer.Problem(name, error.Line, error.Path, error.Rule, error.Message)));
        if (problems.Count > 0) return;
        input.Position = 0;
        using var reader = new IatiReader(input);
        foreach (var activity in Chosen(reader, cancel))
        {
            ImportActivities.Note(_seen, activity.Identifier, name);
            if (_seen.Count > MostActivities) throw new RefusalException($"These are more than {MostActivities} activities. Choose some with --only.", RefusalException.Input);
            _sources.Add(wish.Source ?? activity.ReportingOrganisation.Ref);
            _open?.Remove(activity.Identifier);
        }

        foreach (var (extension, times) in reader.NotKept) _notKept[extension] = _notKept.GetValueOrDefault(extension) + times;
    }

    private async Task TakeAsync(string name, Stream input, string folder, CancellationToken cancel)
    {
        input.Position = 0;
        using var reader = new IatiReader(input);
        var batch = new ImportBatch(folder, name, TimeProvider.System.GetUtcNow());
        try
        {
            foreach (var activity in Chosen(reader, cancel))
            {
                batch.Add(activity);
                if (!batch.IsFull) continue;
                await HandOverAsync(batch, cancel);
                batch.Dispose();
                batch = new ImportBatch(folder, name, TimeProvider.System.GetUtcNow());
            }

            if (batch.Count > 0) await HandOverAsync(batch, cancel);
        }
        finally
        {
            batch.Dispose();
        }
    }

    private async Task HandOverAsync(ImportBatch batch, CancellationToken cancel)
    {
        batch.Close();
        _answer = _answer.With(await ask(new ImportRequest([batch.File], wish.Source, wish.Replace, wish.Apply, wish.Confidence), cancel));
        _done += batch.Count;
        if (wish.Apply) told?.Invoke(_done);
    }

    /// <summary>What the same sources said before and no file has any more; where only some activities are chosen, nothing is missing.</summary>
    private async Task<IReadOnlyList<string>> MissingAsync(CancellationToken cancel)
    {
        var missing = new List<string>();
        if (wish.Only is not null) return missing;
        foreach (var source in _sources.Order(StringComparer.Ordinal)) missing.AddRange((await kept(source, cancel)).Where(identifier => !_seen.ContainsKey(identifier)));
        return missing;
    }

    private IEnumerable<IatiActivity> Chosen(IatiReader reader, CancellationToken cancel)
    {
        foreach (var activity in reader.Activities())
        {
            cancel.ThrowIfCancellationRequested();
            if (wish.Only is null || wish.Only.Contains(activity.Identifier)) yield return activity;
        }
    }
}
