namespace Noroshi.Observatory.Store.DuckDb;

/// <summary>Writes a file beside its place and moves it there when whole, so that nobody finds half of it.</summary>
internal static class NewFile
{
    internal static T Write<T>(string path, Func<string, T> write)
    {
        var full = Path.GetFullPath(path);
        if (Path.Exists(full)) throw new ObservationStoreException($"{full} exists already and was left as it is. Choose another name.");
        var partial = full + ".partial";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.Delete(partial);
            var result = write(partial);
            File.Move(partial, full, overwrite: false);
            return result;
        }
        catch (UnauthorizedAccessException e)
        {
            throw new ObservationStoreException($"{full} cannot be written: {e.Message}", e);
        }
        finally
        {
            Remove(partial);
        }
    }

    /// <summary>A text as an SQL literal.</summary>
    internal static string Literal(string text) => text.Contains('\0', StringComparison.Ordinal)
        ? throw new ObservationStoreException("A file name cannot contain a NUL character.")
        : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static void Remove(string partial)
    {
        try
        {
            File.Delete(partial);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The reason why writing failed says more than why tidying up failed.
        }
    }
}
