using Noroshi.Kernel;
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

/// <summary>The same store made to answer everything from rollups and sketches, and to write them out in many small sets.</summary>
public sealed class DuckDbRollupTests : ObservationStoreCompliance
{
    private protected override Task<IObservationStore> OpenAsync() => OpenCopyAsync(Path.Combine(Folder, "observations.duckdb"));

    private protected override async Task<IObservationStore> OpenCopyAsync(string path) => await DuckDbObservationStore.OpenAsync(
        path, TimeProvider.System, new DuckDbStoreOptions { ExactRows = 0, ExactHosts = 0, CellsInMemory = 5000, BusySources = 40, Threads = 2 }, Cancel);

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

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task TopSources_WhenOnlyTheBusiestAreListed_AreThoseOfThePlainestAnswer(int seed)
    {
        var rows = Rows.Random(12_000, seed, days: 6);
        foreach (ref var row in rows.AsSpan())
        {
            // A few far busier than the rest, so that lists suffice; the others are nearly alike, so that now and then they do not.
            if (row.Source.Low % 50 == 3) row.Events *= 40;
        }

        await Store.ImportAsync("a", rows[..7000]);
        await Store.ImportAsync("b", rows[7000..]);
        await ((DuckDbObservationStore)Store).SettleAsync(Cancel);
        if (seed == 2) await Store.ApplyRetentionAsync(Rows.Start.AddDays(6), Cancel);
        var random = new Random(seed);
        var listed = 0;
        for (var i = 0; i < 40; i++)
        {
            var filter = RandomFilter(random);
            if (i % 2 == 0) filter = Rows.All(6) with { From = Rows.Start.AddMinutes(random.Next(5000)), To = Rows.Start.AddMinutes(5000 + random.Next(3600)), Fingerprint = filter.Fingerprint, Class = filter.Class, Unit = filter.Unit };
            var limit = random.Next(1, 8);
            listed += await ((DuckDbObservationStore)Store).AskAsync(null, reading => ShortList.Find(reading, filter, Span.Of(filter.From, filter.To), 8) is null ? 0 : 1, Cancel);
            var before = Ranked(rows, filter with { From = filter.From - (filter.To - filter.From), To = filter.From });
            (await Store.TopAsync(filter, Dimension.Source, limit, Cancel)).Select(row => (row.Key, row.Events, row.PreviousRank, row.PreviousEvents)).ShouldBe(
                Ranked(rows, filter).Take(limit).Select(row => before.FindIndex(was => was.Source == row.Source) is var at && at >= 0
                    ? (row.Source.ToString(), row.Events, (int?)(1 + before.Count(was => was.Events > before[at].Events)), (long?)before[at].Events)
                    : (row.Source.ToString(), row.Events, null, null)),
                $"{filter} {limit}");
        }

        listed.ShouldBeGreaterThan(10);
    }

    [Fact]
    public async Task Retention_WhenManySmallImportsShareDays_LeavesOneRowPerKey()
    {
        foreach (var (part, index) in Rows.Random(4000, seed: 6).Chunk(400).Select((part, index) => (part, index))) await Store.ImportAsync($"part {index}", part);
        await Store.ApplyRetentionAsync(Rows.Start.AddDays(3), Cancel);
        (string Table, string Keys)[] tables =
            [("overview", "width"), ("network", "width, country, asn"), ("port", "width, protocol, port"), ("target", "width, sector, organisation"), ("day_source", "country, asn, source_high, source_low")];
        foreach (var (table, keys) in tables)
        {
            (await CountAsync($"SELECT count(*) FROM (SELECT 1 FROM {table} GROUP BY {keys}, minute, sensor, unit, class, fingerprint, origin, target_kind, research HAVING count(*) > 1)")).ShouldBe(0, table);
            (await CountAsync($"SELECT count(*) FROM {table}")).ShouldBeGreaterThan(0, table);
        }
    }

    private static List<(NetworkAddress Source, long Events)> Ranked(Observation[] rows, ObservationFilter filter) =>
        [.. Expected.View(rows, filter).Where(row => row.Class != TrafficClass.Backscatter).GroupBy(row => row.Source).Select(group => (group.Key, Expected.Events(group)))
            .OrderByDescending(row => row.Item2).ThenBy(row => row.Key.High).ThenBy(row => row.Key.Low)];

    private Task<long> CountAsync(string sql) => ((DuckDbObservationStore)Store).AskAsync(
        null,
        reading =>
        {
            using var result = reading.Query(sql);
            result.Next();
            return result.Column(0).Values<long>()[0];
        },
        Cancel);

    private Task<IReadOnlyList<string>> TablesAsync(ObservationFilter filter, Needs needs) => ((DuckDbObservationStore)Store).AskAsync(
        null, reading => new Question(reading, filter, needs, Span.Of(filter.From, filter.To)).Tables(), Cancel);
}

/// <summary>The same store before its rollups are built: the rows answer instead, beside the rollups of earlier imports.</summary>
public sealed class DuckDbUnsettledTests : ObservationStoreCompliance
{
    private protected override Task<IObservationStore> OpenAsync() => OpenCopyAsync(Path.Combine(Folder, "observations.duckdb"));

    private protected override async Task<IObservationStore> OpenCopyAsync(string path) => await DuckDbObservationStore.OpenAsync(
        path, TimeProvider.System, new DuckDbStoreOptions { ExactRows = 0, ExactHosts = 0, SettlesByItself = false, Threads = 2 }, Cancel);

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
