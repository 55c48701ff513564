using System.Text;
using Noroshi.Capacity.Iati.Checking;
using Noroshi.Capacity.Iati.Exchange;
using Noroshi.Storage;

namespace Noroshi.Capacity.Iati.Features;

/// <summary>The activities that a person chose from files, judged and read on the person's side, so that only they travel to the node.</summary>
/// <param name="Files">The chosen activities, as files of the standard.</param>
/// <param name="NotKept">Extensions that have no place here, by name.</param>
/// <param name="Problems">What makes a file invalid; then nothing is chosen.</param>
internal sealed record ChosenActivities(IReadOnlyList<ImportRequest.File> Files, IReadOnlyDictionary<string, long> NotKept, IReadOnlyList<ImportAnswer.Problem> Problems)
{
    /// <summary>The most that is taken over at once, in bytes.</summary>
    internal const long Largest = 64 << 20;

    private const int MostProblems = 100;

    /// <summary>Reads the files.</summary>
    /// <exception cref="RefusalException">A file cannot be read or is of another kind, a chosen activity is in none, or they are too many.</exception>
    internal static ChosenActivities Read(IReadOnlyList<string> paths, IReadOnlyList<string>? only, CancellationToken cancel)
    {
        var (files, notKept, problems) = (new List<ImportRequest.File>(), new SortedDictionary<string, long>(StringComparer.Ordinal), new List<ImportAnswer.Problem>());
        var open = only?.ToHashSet(StringComparer.Ordinal);
        var room = Largest;
        foreach (var path in paths)
        {
            try
            {
                using var input = IatiFile.Open(path, again: true);
                Judge(input, path, problems, cancel);
                if (problems.Count > 0) continue;
                input.Position = 0;
                files.Add(new ImportRequest.File(Path.GetFileName(path), Choose(input, only, open, notKept, ref room, cancel), only is null));
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                throw new RefusalException($"{path} cannot be read: {failure.Message}", RefusalException.Input);
            }
        }

        if (problems.Count == 0 && open is { Count: > 0 }) throw new RefusalException($"{string.Join(", ", open.Take(10))}: in none of the files. Check the identifiers behind --only.", RefusalException.Input);
        return new ChosenActivities(files, notKept, problems);
    }

    private static void Judge(Stream input, string path, List<ImportAnswer.Problem> problems, CancellationToken cancel)
    {
        var verdict = IatiValidator.Run(input, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime), cancel);
        if (verdict is { WasRead: true, AreOrganisations: true }) throw new RefusalException($"{path} is about organisations; only activities are imported.", RefusalException.Input);
        if (!verdict.WasRead) throw new RefusalException($"{path}, line {verdict.Errors[^1].Line}: {verdict.Errors[^1].Message}", RefusalException.Input);
        problems.AddRange(verdict.Errors.Take(MostProblems - problems.Count).Select(error => new ImportAnswer.Problem(Path.GetFileName(path), error.Line, error.Path, error.Rule, error.Message)));
    }

    private static string Choose(Stream input, IReadOnlyList<string>? only, HashSet<string>? open, SortedDictionary<string, long> notKept, ref long room, CancellationToken cancel)
    {
        using var reader = new IatiReader(input);
        using var written = new MemoryStream();
        using (var writer = new IatiWriter(written, TimeProvider.System.GetUtcNow()))
        {
            foreach (var activity in reader.Activities())
            {
                cancel.ThrowIfCancellationRequested();
                if (only is not null && !only.Contains(activity.Identifier)) continue;
                open?.Remove(activity.Identifier);
                writer.Write(activity);
                if (written.Length > room) throw new RefusalException($"These are more than {Largest >> 20} MiB of activities. Choose some with --only.", RefusalException.Input);
            }
        }

        room -= written.Length;
        foreach (var (name, count) in reader.NotKept) notKept[name] = notKept.GetValueOrDefault(name) + count;
        return Encoding.UTF8.GetString(written.GetBuffer(), 0, (int)written.Length);
    }
}
