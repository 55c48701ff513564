namespace Noroshi.DuckDb;

/// <summary>Bounds under which a database is opened; unset keeps the engine's own default.</summary>
public sealed record DuckDbOptions
{
    /// <summary>Opens without the right to change anything; several processes may do so at once.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>Bytes the engine may hold in memory before it spills to disk.</summary>
    public long? MemoryLimitBytes { get; init; }

    /// <summary>Threads the engine may use for one database.</summary>
    public int? Threads { get; init; }

    /// <summary>Folder for spilled data.</summary>
    public string? TempDirectory { get; init; }

    /// <summary>Bytes that may be spilled.</summary>
    public long? MaxTempBytes { get; init; }

    /// <summary>Any other setting of the engine by its own name.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();
}
