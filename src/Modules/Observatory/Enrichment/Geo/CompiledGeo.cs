namespace Noroshi.Observatory.Enrichment;

/// <summary>Opens the compiled form of range data, and compiles it where there is none or the data has changed.</summary>
internal static class CompiledGeo
{
    private const string Packaged = "ranges.bin";
    private const string Own = "own-ranges.bin";

    /// <summary>Packaged data: compiled beside the program, else in the cache, else only in memory. Null when there is none.</summary>
    public static GeoData? OpenPackaged(string start, string cache)
    {
        string[] folders = [Path.Combine(start, "geo"), cache];
        var source = PackagedRanges.FindFrom(start);
        foreach (var folder in folders)
        {
            // Without the packages (a published program) the compiled form stands for itself.
            if (GeoFile.TryRead(Path.Combine(folder, Packaged), source?.Key) is { } ready) return ready;
        }

        return source is null ? null : CompileInto(folders, Packaged, source);
    }

    /// <summary>Data from these files, compiled into <paramref name="folder"/> when it can be written to.</summary>
    public static GeoData Open(IGeoSource source, string folder) =>
        GeoFile.TryRead(Path.Combine(folder, Own), source.Key) ?? CompileInto([folder], Own, source);

    private static GeoData CompileInto(string[] folders, string name, IGeoSource source)
    {
        var data = source.Compile();
        foreach (var folder in folders)
        {
            try
            {
                Directory.CreateDirectory(folder);
                GeoFile.Write(Path.Combine(folder, name), source.Key, data);
                break;
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                // Read-only or full: the next place will do, and memory does in the end; only the next start is slower.
            }
        }

        return data;
    }

    /// <summary>Where the current user may keep what can be made again.</summary>
    public static string UserCache() => Path.Combine(
        Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache && Path.IsPathRooted(cache)
            ? cache
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"),
        "noroshi",
        "geo");
}
