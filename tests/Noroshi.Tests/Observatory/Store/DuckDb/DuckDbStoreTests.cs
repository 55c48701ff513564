using Noroshi.Observatory.Domain;
using Noroshi.Observatory.Store;
using Noroshi.Observatory.Store.DuckDb;

namespace Noroshi.Tests.Observatory.Store.DuckDb;

/// <summary>The embedded store as it is delivered: small data is counted exactly from the rows.</summary>
public sealed class DuckDbStoreTests : ObservationStoreCompliance
{
    private protected override Task<IObservationStore> OpenAsync() => OpenCopyAsync(Path.Combine(Folder, "observations.duckdb"));

    private protected override async Task<IObservationStore> OpenCopyAsync(string path) =>
        await DuckDbObservationStore.OpenAsync(path, TimeProvider.System, Cancel);
}

/// <summary>The same store made to answer everything from rollups, and to write them out in many small sets.</summary>
public sealed class DuckDbRollupTests : ObservationStoreCompliance
{
    private protected override Task<IObservationStore> OpenAsync() => OpenCopyAsync(Path.Combine(Folder, "observations.duckdb"));

    private protected override async Task<IObservationStore> OpenCopyAsync(string path) => await DuckDbObservationStore.OpenAsync(
        path, TimeProvider.System, new DuckDbStoreOptions { ExactRows = 0, CellsInMemory = 5000, Threads = 2 }, Cancel);

    [Fact]
    public async Task Plan_WhenARollupSuffices_IsTheNarrowest()
    {
        await Store.ImportAsync("a", Rows.Random(2000, seed: 1));
        await ((DuckDbObservationStore)Store).SettleAsync(Cancel);
        var days = Rows.All();
        (await TablesAsync(days, Needs.Nothing)).ShouldBe(["overview/1440"]);
        (await TablesAsync(days, Needs.Network)).ShouldBe(["network/1440"]);
        (await TablesAsync(days with { Sector = 1 }, Needs.Nothing)).ShouldBe(["target/1440"]);
        (await TablesAsync(days with { Port = new PortKey(6, 23) }, Needs.Port)).ShouldBe(["port/1440"]);
        (await TablesAsync(days, Needs.Source)).ShouldBe(["day_source/1440"]);
        (await TablesAsync(days with { Port = new PortKey(6, 23) }, Needs.Network)).ShouldBe(["detail"]);
        var odd = days with { From = Rows.Start.AddMinutes(61), To = Rows.Start.AddDays(2).AddMinutes(121) };
        (await TablesAsync(odd, Needs.Network)).ShouldBe(["network/60", "network/1440", "network/60", "detail"]);
        (await TablesAsync(odd, Needs.Nothing)).ShouldBe(["overview/1", "overview/5", "overview/60", "overview/1440", "overview/60", "overview/1"]);
    }

    private Task<IReadOnlyList<string>> TablesAsync(ObservationFilter filter, Needs needs) => ((DuckDbObservationStore)Store).AskAsync(
        null, reading => new Question(reading, filter, needs, Span.Of(filter.From, filter.To)).Tables(), Cancel);
}

/// <summary>The same store before its rollups are built: the rows answer instead, beside the rollups of earlier imports.</summary>
public sealed class DuckDbUnsettledTests : ObservationStoreCompliance
{
    private protected override Task<IObservationStore> OpenAsync() => OpenCopyAsync(Path.Combine(Folder, "observations.duckdb"));

    private protected override async Task<IObservationStore> OpenCopyAsync(string path) => await DuckDbObservationStore.OpenAsync(
        path, TimeProvider.System, new DuckDbStoreOptions { ExactRows = 0, SettlesByItself = false, Threads = 2 }, Cancel);

    [Fact]
    public async Task Questions_WhenSomeImportsAreSettled_StillAgree()
    {
        var rows = Rows.Random(6000, seed: 4);
        await Store.ImportAsync("a", rows[..2000]);
        (await ((DuckDbObservationStore)Store).SettleAsync(Cancel)).ShouldBe(1);
        (await ((DuckDbObservationStore)Store).SettleAsync(Cancel)).ShouldBe(0);
        await Store.ImportAsync("b", rows[2000..]);
        await ReopenAsync();
        var random = new Random(7);
        for (var i = 0; i < 30; i++) await AgreeAsync(rows, RandomFilter(random), (Dimension)random.Next(10));
    }
}
