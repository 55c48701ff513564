using System.Collections.Concurrent;
using System.Globalization;

namespace Noroshi.DuckDb;

/// <summary>An open DuckDB database: a file, or memory. Thread safe; open one connection per thread of work.</summary>
/// <remarks>One process may have a file open for writing. Closing the database while connections live keeps the file open until they go.</remarks>
public sealed class DuckDatabase : IDisposable
{
    // The engine's file lock holds between processes only; within one, two openings would overwrite each other.
    private static readonly ConcurrentDictionary<string, byte> OpenForWriting = new(StringComparer.Ordinal);

    private readonly DatabaseHandle _handle;
    private readonly string? _claim;
    private int _disposed;

    private DuckDatabase(DatabaseHandle handle, string path, string? claim)
    {
        _handle = handle;
        _claim = claim;
        Path = path;
    }

    /// <summary>Version of the loaded engine, for example <c>v1.5.6</c>.</summary>
    public static unsafe string EngineVersion => DuckDbException.Text(NativeMethods.LibraryVersion()) ?? "";

    /// <summary>Rows in a full data chunk.</summary>
    public static int ChunkRows { get; } = (int)NativeMethods.VectorSize();

    /// <summary>The file, or <c>:memory:</c>.</summary>
    public string Path { get; }

    /// <summary>Opens a file (created when absent) or <c>:memory:</c>.</summary>
    /// <exception cref="DuckDbException"><see cref="DuckDbError.Io"/>: not readable or writable, or held by another process.</exception>
    public static DuckDatabase Open(string path, DuckDbOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        options ??= new DuckDbOptions();
        var claim = options.ReadOnly || path == ":memory:" ? null : System.IO.Path.GetFullPath(path);
        if (claim is not null && !OpenForWriting.TryAdd(claim, 0))
            throw new DuckDbException(DuckDbError.Io, $"The database is open for writing already in this process ({Environment.ProcessId}).", path);
        try
        {
            return new DuckDatabase(OpenHandle(path, options), path, claim);
        }
        catch
        {
            if (claim is not null) OpenForWriting.TryRemove(claim, out _);
            throw;
        }
    }

    /// <summary>A new connection; each is used by one thread at a time.</summary>
    public DuckConnection Connect()
    {
        if (NativeMethods.Connect(_handle, out var connection) == NativeMethods.Success) return new DuckConnection(connection);
        connection.Dispose();
        throw new DuckDbException(DuckDbError.Connection, "The engine refused a connection; the database may have been shut down by an earlier failure.", Path);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0) return;
        _handle.Dispose();
        if (_claim is not null) OpenForWriting.TryRemove(_claim, out _);
    }

    private static unsafe DatabaseHandle OpenHandle(string path, DuckDbOptions options)
    {
        if (NativeMethods.CreateConfig(out var config) != NativeMethods.Success)
            throw new DuckDbException(DuckDbError.OutOfMemory, "No memory for the configuration.", path);
        try
        {
            foreach (var (name, value) in Settings(options))
            {
                if (NativeMethods.SetConfig(config, name, value) != NativeMethods.Success)
                    throw new DuckDbException(DuckDbError.InvalidConfiguration, $"The engine does not accept {name} = '{value}'.", path);
            }

            var state = NativeMethods.OpenExt(path, out var handle, config, out var error);
            if (state == NativeMethods.Success) return handle;
            var message = DuckDbException.Text(error) ?? "The engine gave no reason.";
            NativeMethods.Free(error);
            handle.Dispose();
            throw new DuckDbException(DuckDbError.Io, message, path);
        }
        finally
        {
            NativeMethods.DestroyConfig(ref config);
        }
    }

    private static IEnumerable<(string Name, string Value)> Settings(DuckDbOptions options)
    {
        yield return ("access_mode", options.ReadOnly ? "READ_ONLY" : "AUTOMATIC");
        // Extensions would be fetched from the internet; the node asks nobody for anything.
        yield return ("autoinstall_known_extensions", "false");
        if (options.MemoryLimitBytes is { } memory) yield return ("memory_limit", Bytes(memory));
        if (options.Threads is { } threads) yield return ("threads", threads.ToString(CultureInfo.InvariantCulture));
        if (options.TempDirectory is { } folder) yield return ("temp_directory", folder);
        if (options.MaxTempBytes is { } spill) yield return ("max_temp_directory_size", Bytes(spill));
        foreach (var (name, value) in options.Settings) yield return (name, value);
    }

    private static string Bytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes}B");
}
