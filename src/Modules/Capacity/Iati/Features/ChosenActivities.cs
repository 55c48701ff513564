using Noroshi.Capacity.Iati.Checking;
using Noroshi.Capacity.Iati.Exchange;
using Noroshi.Storage;

namespace Noroshi.Capacity.Iati.Features;

/// <summary>The activities that a person chose from files, judged and read on the person's side, so that only they travel to the node.</summary>
/// <param name="Files">The chosen activities, as files of the standard.</param>
/// <param name="NotKept">Extensions that have no place here, by name.</param>
/// <param name="Problems">What makes a file invalid; then nothing is chosen.</param>
internal sealed record ChosenActivities(IReadOnlyList<ImportRequest.File> Files, IReadOnlyDictionary<string, long> NotKept, IReadOnlyList<ImportAnswer.Problem> Problems) : IDisposable
{
    /// <summary>The most that is taken over at once, in bytes.</summary>
    internal const long Largest = 64 << 20;

    private const int MostProblems = 100;

    /// <summary>Reads the files.</summary>
    /// <param name="paths">The files.</param>
    /// <param name="only">Identifiers; null chooses all.</param>
    /// <param name="folder">The data folder, which the node can read as well.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="RefusalException">A file cannot be read or is of another kind, a chosen activity is in none, or they are too many.</exception>
    internal static ChosenActivities Read(IReadOnlyList<string> paths, IReadOnlyList<string>? only, string folder, CancellationToken cancel)
    {
        var chosen = new List<ImportRequest.File>();
        try
        {
            return Read(paths, only, Waiting(folder), chosen, cancel);
        }
        catch
        {
            Delete(chosen);
            throw;
        }
    }

    public void Dispose() => Delete(Files);

    private static ChosenActivities Read(IReadOnlyList<string> paths, IReadOnlyList<string>? only, string waiting, List<ImportRequest.File> files, CancellationToken cancel)
    {
        var (notKept, problems) = (new SortedDictionary<string, long>(StringComparer.Ordinal), new List<ImportAnswer.Problem>());
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
                files.Add(new ImportRequest.File(Path.GetFileName(path), Path.Combine(waiting, "iati-" + Path.GetRandomFileName()), only is null));
                if (Choose(input, files[^1].Path, only, open, notKept, ref room, cancel) > 0) continue;
                Delete([files[^1]]);
                files.RemoveAt(files.Count - 1);
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

    private static int Choose(Stream input, string path, IReadOnlyList<string>? only, HashSet<string>? open, SortedDictionary<string, long> notKept, ref long room, CancellationToken cancel)
    {
        using var reader = new IatiReader(input);
        var how = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) how.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var written = new FileStream(path, how);
        var count = 0;
        using (var writer = new IatiWriter(written, TimeProvider.System.GetUtcNow()))
        {
            foreach (var activity in reader.Activities())
            {
                cancel.ThrowIfCancellationRequested();
                if (only is not null && !only.Contains(activity.Identifier)) continue;
                open?.Remove(activity.Identifier);
                writer.Write(activity);
                count++;
                if (written.Position > room) throw new RefusalException($"These are more than {Largest >> 20} MiB of activities. Choose some with --only.", RefusalException.Input);
            }
        }

        room -= written.Position;
        foreach (var (name, times) in reader.NotKept) notKept[name] = notKept.GetValueOrDefault(name) + times;
        return count;
    }

    /// <summary>Where chosen activities wait: in the data folder, because a service may have a folder for temporary files of its own; elsewhere only while there is no node yet.</summary>
    private static string Waiting(string folder)
    {
        if (!Directory.Exists(folder)) return Path.GetTempPath();
        var waiting = Path.Combine(folder, "uploads", "iati");
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(waiting);
        else Directory.CreateDirectory(waiting, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return waiting;
    }

    private static void Delete(IReadOnlyList<ImportRequest.File> files)
    {
        foreach (var file in files) File.Delete(file.Path);
    }
}
