using Noroshi.Observatory.Store;
using Noroshi.Observatory.Store.DuckDb;

namespace Noroshi.Tests.Observatory.Store.DuckDb;

/// <summary>The embedded store as it is delivered: small data is counted exactly from the rows.</summary>
public sealed class DuckDbStoreTests : ObservationStoreCompliance
{
    private protected override async Task<IObservationStore> OpenAsync() =>
        await DuckDbObservationStore.OpenAsync(Path.Combine(Folder, "observations.duckdb"), TimeProvider.System, Cancel);
}

/// <summary>The same store made to answer everything from rollups, and to write them out in many small sets.</summary>
public sealed class DuckDbRollupTests : ObservationStoreCompliance
{
    private protected override async Task<IObservationStore> OpenAsync() => await DuckDbObservationStore.OpenAsync(
        Path.Combine(Folder, "observations.duckdb"), TimeProvider.System, new DuckDbStoreOptions { ExactRows = 0, CellsInMemory = 5000, Threads = 2 }, Cancel);
}
