using Noroshi.Observatory.Domain;
using Noroshi.Observatory.Store;
using Noroshi.Observatory.Store.DuckDb;

namespace Noroshi.Tests.Observatory.Store.DuckDb;

/// <summary>The same store made to count hosts from its lists by day, whatever is asked.</summary>
public sealed class DuckDbHostTests : ObservationStoreCompliance
{
    private static readonly DuckDbStoreOptions Options = new() { ExactRows = 0, ExactHosts = long.MaxValue, CellsInMemory = 5000, BusySources = 40, Threads = 2 };

    private DuckDbObservationStore Duck => (DuckDbObservationStore)Store;

    private protected override Task<IObservationStore> OpenAsync() => OpenCopyAsync(Path.Combine(Folder, "observations.duckdb"));

    private protected override async Task<IObservationStore> OpenCopyAsync(string path) => await DuckDbObservationStore.OpenAsync(path, TimeProvider.System, Options, Cancel);

    [Fact]
    public async Task Plan_WhenHostsAreListedByWhatIsAsked_ReadsNoRowsForWholeDays()
    {
        await Store.ImportAsync("a", Rows.Random(2000, seed: 1));
        await Duck.SettleAsync(Cancel);
        var days = Rows.All();
        var port = days with { Port = new PortKey(6, 23) };
        (await TablesAsync(days, Needs.Nothing)).ShouldBe(["overview/1440", "host"]);
        (await TablesAsync(days, Needs.Network)).ShouldBe(["network/1440", "host"]);
        (await TablesAsync(port, Needs.Nothing)).ShouldBe(["port/1440", "host_port"]);
        (await TablesAsync(port, Needs.Network)).ShouldBe(["port_network/1440", "host_port"]);
        (await TablesAsync(days with { Sector = 1, Asn = 64513 }, Needs.Nothing)).ShouldBe(["sector_network/1440", "host_sector"]);
        (await TablesAsync(days with { TargetOrganisation = 1 }, Needs.Nothing)).ShouldBe(["target/1440"]);
        (await TablesAsync(days with { From = Rows.Start.AddMinutes(61) }, Needs.Network)).ShouldBe(["network/60", "network/1440", "detail", "host"]);
        (await TablesAsync(port with { Class = TrafficClass.Backscatter }, Needs.Network)).ShouldBe(["port_network/1440"]);
    }

    [Fact]
    public async Task Port_WhenWholeDaysAreAsked_IsCountedAndNotEstimated()
    {
        await Store.ImportAsync("a", Rows.Random(4000, seed: 2));
        await Duck.SettleAsync(Cancel);
        var port = Rows.All() with { Port = new PortKey(6, 23) };
        (await Store.TotalsAsync(port, Cancel)).SourcesAreEstimated.ShouldBeFalse();
        foreach (var by in (Dimension[])[Dimension.Country, Dimension.Network, Dimension.Class, Dimension.Sensor])
            (await Store.TopAsync(port, by, 10, Cancel)).ShouldAllBe(row => !row.SourcesAreEstimated, by.ToString());
    }

    [Fact]
    public async Task Count_WhenThereAreMoreHostsThanAllowed_FallsBackToSketches()
    {
        await Store.ImportAsync("a", Rows.Random(4000, seed: 2));
        await Store.DisposeAsync();
        await using (var narrow = await DuckDbObservationStore.OpenAsync(Path.Combine(Folder, "observations.duckdb"), TimeProvider.System, Options with { ExactHosts = 700 }, Cancel))
        {
            (await narrow.TotalsAsync(Rows.All(), Cancel)).SourcesAreEstimated.ShouldBeTrue();
            var network = await narrow.TotalsAsync(Rows.All() with { Asn = 64513 }, Cancel);
            network.SourcesAreEstimated.ShouldBeFalse();
            network.Sources.ShouldBe(Expected.Sources(Expected.View(Rows.Random(4000, seed: 2), Rows.All() with { Asn = 64513 })));
        }

        await ReopenAsync();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Questions_WhenDaysLieInManyBlocks_AgreeWithThePlainestAnswer(int seed)
    {
        var rows = Rows.Random(4000, seed, days: 4);
        // Four days far apart: the first and last bit of a block, and blocks between.
        foreach (ref var row in rows.AsSpan()) row.MinuteMicros += (row.MinuteMicros - Rows.Micros(Rows.Start)) / Span.Day * 29 * Span.Day;
        foreach (var (part, index) in rows.Chunk(2000).Select((part, index) => (part, index))) await Store.ImportAsync($"part {index}", part);
        await Duck.SettleAsync(Cancel);
        var random = new Random(seed);
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < 15; i++)
            {
                var from = Rows.Start.AddDays(random.Next(90));
                var filter = RandomFilter(random) with { From = from, To = from.AddDays(random.Next(1, 95)).AddMinutes(random.Next(2) * random.Next(1440)) };
                await AgreeAsync(rows, filter, (Dimension)random.Next(10));
            }

            // Merged, in the second round.
            (await Store.ApplyRetentionAsync(Rows.Start.AddDays(1), Cancel)).ShouldBe(0);
        }

        (await CountAsync("SELECT count(*) - count(DISTINCT (block, sensor, unit, class, fingerprint, origin, target_kind, research, protocol, port, country, asn, source_high, source_low)) FROM host_port")).ShouldBe(0);
        (await CountAsync("SELECT count(*) - count(DISTINCT (sensor, block)) FROM host_part")).ShouldBe(0);
    }

    [Fact]
    public async Task Retention_WhenDaysArePastTheirTime_ForgetsTheirHosts()
    {
        await Store.ImportAsync("a", [Rows.One(0, 1), Rows.One(0, 2), Rows.One(1440, 2), Rows.One(40 * 1440, 3)]);
        await Duck.SettleAsync(Cancel);
        await Store.ImportAsync("b", [Rows.One((int)(Rows.Start.AddYears(10).AddDays(1) - Rows.Start).TotalMinutes + 1, 4)]);
        await Store.ApplyRetentionAsync(Rows.Start.AddYears(30), Cancel);
        (await CountAsync("SELECT count(*) FROM host")).ShouldBe(3);
        (await Store.TotalsAsync(Rows.All(5000) with { From = Rows.Start.AddDays(-40) }, Cancel)).ShouldSatisfyAllConditions(totals => totals.Sources.ShouldBe(3), totals => totals.Events.ShouldBe(3));
        (await Store.TotalsAsync(Rows.All(1), Cancel)).Sources.ShouldBe(0);
        (await CountAsync("SELECT count(*) FROM port_network")).ShouldBe(3);
    }

    [Fact]
    public async Task Open_WhenAnOlderVersionSettledImports_ListsTheirHosts()
    {
        var rows = Rows.Random(3000, seed: 3);
        await Store.ImportAsync("a", rows);
        await Duck.SettleAsync(Cancel);
        // As a file of the version before: no lists, and imports that are settled without them.
        await Store.DisposeAsync();
        OlderFile.Undo(Path.Combine(Folder, "observations.duckdb"));
        await using (var older = await DuckDbObservationStore.OpenAsync(Path.Combine(Folder, "observations.duckdb"), TimeProvider.System, Options with { SettlesByItself = false }, Cancel))
        {
            (await older.TotalsAsync(Rows.All() with { Port = new PortKey(6, 23) }, Cancel)).Events.ShouldBe(Expected.Events(Expected.View(rows, Rows.All() with { Port = new PortKey(6, 23) })));
            (await older.TotalsAsync(Rows.All(), Cancel)).SourcesAreEstimated.ShouldBeTrue();
        }

        await ReopenAsync();
        await Duck.SettleAsync(Cancel);
        (await Store.TotalsAsync(Rows.All(), Cancel)).SourcesAreEstimated.ShouldBeFalse();
        var random = new Random(3);
        for (var i = 0; i < 10; i++) await AgreeAsync(rows, RandomFilter(random), (Dimension)random.Next(10));
    }

    [Fact]
    public void Mask_WhenDaysCrossBlocks_HasTheBitsOfEach()
    {
        var from = 640L * DayBlocks.Width;
        var days = new Span(from + (30 * Span.Day), from + (34 * Span.Day));
        DayBlocks.Mask(days, 640).ShouldBe(0xC000_0000);
        DayBlocks.Mask(days, 641).ShouldBe(3u);
        DayBlocks.Mask(days, 642).ShouldBe(0u);
        DayBlocks.Mask(new Span(from, from + DayBlocks.Width), 640).ShouldBe(uint.MaxValue);
        DayBlocks.Seen(new Span(from, from + DayBlocks.Width)).ShouldBe("block BETWEEN 640 AND 640");
    }

    private Task<long> CountAsync(string sql) => Duck.AskAsync(
        null,
        reading =>
        {
            using var result = reading.Query(sql);
            result.Next();
            return result.Column(0).Values<long>()[0];
        },
        Cancel);

    private Task<IReadOnlyList<string>> TablesAsync(ObservationFilter filter, Needs needs) => Duck.AskAsync(
        null, reading => new Question(reading, filter, needs, Span.Of(filter.From, filter.To)).Tables(), Cancel);
}
