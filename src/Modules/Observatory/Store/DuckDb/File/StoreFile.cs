using System.Text.RegularExpressions;
using Noroshi.DuckDb;

namespace Noroshi.Observatory.Store.DuckDb;

/// <summary>Opens the store's file, and turns the engine's failures into what was wrong, where, and what to do.</summary>
internal static partial class StoreFile
{
    internal static DuckDatabase Open(string path, DuckDbStoreOptions options)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ObservationStoreException($"The folder of {path} cannot be created: {e.Message} Choose another with --data, or make it writable.", e);
        }

        try
        {
            var database = DuckDatabase.Open(path, new DuckDbOptions
            {
                MemoryLimitBytes = options.MemoryLimitBytes,
                Threads = options.Threads,
                TempDirectory = path + ".tmp",
                MaxTempBytes = options.MaxTempBytes,
                Settings = new Dictionary<string, string> { ["preserve_insertion_order"] = "false" },
            });
            try
            {
                using var connection = database.Connect();
                ObservationSchema.Migrate(connection, path);
                return database;
            }
            catch
            {
                database.Dispose();
                throw;
            }
        }
        catch (DuckDbException e)
        {
            throw Explain(e, path);
        }
    }

    /// <summary>The same failure in words that help; failures that are our own mistakes stay as they are.</summary>
    internal static Exception Explain(DuckDbException error, string path)
    {
        var message = error.Message;
        if (message.Contains("Conflicting lock", StringComparison.Ordinal))
        {
            var holder = Holder().Match(message);
            var who = holder.Success ? $"process {holder.Groups[2].Value} ({holder.Groups[1].Value})" : "another process";
            return new ObservationStoreException($"{path} is in use by {who}. Stop that process, or let it do the work (a serving node takes imports by HTTP). Nothing was changed.", error);
        }

        if (message.Contains("already in this process", StringComparison.Ordinal))
            return new ObservationStoreException($"{path} is in use by this process already. Close the other use first. Nothing was changed.", error);
        if (message.Contains("No space left", StringComparison.OrdinalIgnoreCase) || message.Contains("disk full", StringComparison.OrdinalIgnoreCase))
            return new ObservationStoreException($"The disk that holds {path} is full. What was committed before is safe; the work under way was undone. Free space and try again.", error);
        if (message.Contains("Permission denied", StringComparison.OrdinalIgnoreCase) || message.Contains("Read-only file system", StringComparison.OrdinalIgnoreCase))
            return new ObservationStoreException($"{path} cannot be written: {FirstLine(message)} Make the folder writable for this user, or choose another with --data. Nothing was changed.", error);
        return error.Error switch
        {
            DuckDbError.OutOfMemory => new ObservationStoreException($"The memory or spill space allowed for {path} does not suffice: {FirstLine(message)} The work under way was undone.", error),
            DuckDbError.Io => new ObservationStoreException($"{path} cannot be used: {FirstLine(message)}", error),
            DuckDbError.Fatal => new ObservationStoreException($"{path} was shut down after a failure: {FirstLine(message)} What was committed before is safe; restart the node.", error),
            _ => error,
        };
    }

    private static string FirstLine(string message) => message.Split('\n', 2)[0];

    [GeneratedRegex(@"held in (.+?) \(PID (\d+)\)", RegexOptions.CultureInvariant)]
    private static partial Regex Holder();
}
