namespace Noroshi.Observatory.Store.DuckDb;

/// <summary>Bounds of the embedded store.</summary>
internal sealed record DuckDbStoreOptions
{
    /// <summary>Bytes the engine may hold in memory before it spills to disk.</summary>
    public long MemoryLimitBytes { get; init; } = 2L << 30;

    /// <summary>Bytes the engine may spill beside the file.</summary>
    public long MaxTempBytes { get; init; } = 20L << 30;

    /// <summary>Threads of the engine.</summary>
    public int Threads { get; init; } = Math.Clamp(Environment.ProcessorCount, 1, 8);

    /// <summary>Queries that may run at once; others wait.</summary>
    public int Readers { get; init; } = 8;

    /// <summary>The rows themselves answer where no more than this have to be looked at.</summary>
    public long ExactRows { get; init; } = 250_000;

    /// <summary>Unique sources are counted exactly from the lists of hosts where no more entries than this count; beyond, sketches answer.</summary>
    public long ExactHosts { get; init; } = 1_500_000;

    /// <summary>Busiest sources listed for each sensor's day, so that a top can be told without counting everybody.</summary>
    public int BusySources { get; init; } = 1000;

    /// <summary>Years for which hours are kept.</summary>
    public int YearsKept { get; init; } = 10;

    /// <summary>Whether rollups are built by themselves after a commit and after opening.</summary>
    public bool SettlesByItself { get; init; } = true;

    /// <summary>Rollup cells held in memory while settling before they are written out.</summary>
    public int CellsInMemory { get; init; } = 1_000_000;
}
