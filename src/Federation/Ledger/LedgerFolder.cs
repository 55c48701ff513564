using Noroshi.Storage;

namespace Noroshi.Federation.Ledger;

/// <summary>Where the ledger keeps its files: <c>ledger/</c> in the data folder.</summary>
internal sealed class LedgerFolder(NodeOptions options)
{
    /// <summary>Name of the folder below the data folder.</summary>
    internal const string Name = "ledger";
    private const string CheckpointFile = "checkpoint";

    internal string Path { get; } = System.IO.Path.Combine(options.DataDirectory, Name);

    /// <summary>The last checkpoint given out, outside of the records: shows when those are put back to an earlier state.</summary>
    internal string Checkpoint => System.IO.Path.Combine(Path, CheckpointFile);
}
