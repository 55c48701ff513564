using System.Globalization;
using Noroshi.Kernel;
using Noroshi.Observatory.Domain;
using Noroshi.Observatory.Store;

namespace Noroshi.Tests.Observatory.Store;

public abstract partial class ObservationStoreCompliance
{
    [Fact]
    public async Task Export_WhenCsv_HoldsTheViewAndNoFormula()
    {
        var rows = Rows.Random(3000, seed: 5);
        await Store.ImportAsync("a", rows, sensor: "=cmd|' /C calc'!A0");
        var filter = Rows.All() with { Port = new PortKey(6, 23) };
        var path = Path.Combine(Folder, "it's an \"export\".csv");
        var written = await Store.ExportAsync(filter, "csv", path, Cancel);

        var view = Expected.View(rows, filter).ToArray();
        written.ShouldBe(view.Length);
        var lines = CsvLines.Read(path);
        lines.Count.ShouldBe(view.Length);
        lines.Sum(line => long.Parse(line["events"], CultureInfo.InvariantCulture)).ShouldBe(Expected.Events(view));
        lines.Select(line => line["source"]).Distinct().Order().ShouldBe(view.Select(row => row.Source.ToString()).Distinct().Order());
        lines.Select(line => line["country"]).Distinct().Order().ShouldBe(view.Select(row => row.SourceCountry.ToString()).Distinct().Order());
        lines.SelectMany(line => line.Values).ShouldAllBe(cell => cell.Length == 0 || !"=+-@\t\r".Contains(cell[0]));
        lines.ShouldAllBe(line => line["sensor"].StartsWith("'=", StringComparison.Ordinal));
        lines.Select(line => line["tag"].TrimStart('\'')).Distinct().Order().ShouldBe(view.Select(row => Rows.Tags[row.Tag]).Distinct().Order());
        lines[0]["time"].ShouldBe(At(view.Min(row => row.MinuteMicros)).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Export_WhenAddressesAreIPv6_WritesThemCanonically()
    {
        string[] addresses = ["::", "::1", "2001:db8::1", "2001:db8:0:1:1:1:1:1", "2001:db8::1:0:0:1", "1:0:0:2::3", "fe80::", "1:2:3:4:5:6:7:8", "0:1::", "64:ff9b::102:304"];
        var rows = addresses.Select((text, i) =>
        {
            var row = Rows.One(i);
            NetworkAddress.TryParse(text, out row.Source).ShouldBeTrue();
            return row;
        }).ToArray();
        await Store.ImportAsync("a", rows);
        var path = Path.Combine(Folder, "six.csv");
        await Store.ExportAsync(Rows.All(), "csv", path, Cancel);
        CsvLines.Read(path).Select(line => line["source"]).ShouldBe(addresses);
    }

    [Fact]
    public async Task Export_WhenParquet_IsAParquetFile()
    {
        await Store.ImportAsync("a", Rows.Random(1000, seed: 1));
        var path = Path.Combine(Folder, "a.parquet");
        (await Store.ExportAsync(Rows.All(), "parquet", path, Cancel)).ShouldBe(Expected.View(Rows.Random(1000, seed: 1), Rows.All()).Count());
        var bytes = await File.ReadAllBytesAsync(path, Cancel);
        bytes[..4].ShouldBe("PAR1"u8.ToArray());
        bytes[^4..].ShouldBe("PAR1"u8.ToArray());
    }

    [Fact]
    public async Task Export_WhenTheFileExistsOrCannotBe_LeavesEverythingAsItWas()
    {
        await Store.ImportAsync("a", Rows.Random(100, seed: 1));
        var path = Path.Combine(Folder, "mine.csv");
        await File.WriteAllTextAsync(path, "mine", Cancel);
        await Should.ThrowAsync<ObservationStoreException>(() => Store.ExportAsync(Rows.All(), "csv", path, Cancel));
        (await File.ReadAllTextAsync(path, Cancel)).ShouldBe("mine");
        await Should.ThrowAsync<ArgumentException>(() => Store.ExportAsync(Rows.All(), "xlsx", path + ".x", Cancel));
        await Should.ThrowAsync<IOException>(() => Store.ExportAsync(Rows.All(), "csv", Path.Combine(path, "below-a-file.csv"), Cancel));
        Directory.GetFiles(Folder, "*.partial").ShouldBeEmpty();
    }

    [Fact]
    public async Task Retention_WhenDataAges_KeepsSumsAndSources()
    {
        var rows = Rows.Random(20_000, seed: 9, days: 4);
        await Store.ImportAsync("a", rows);
        var all = Rows.All(4);
        var totals = await Store.TotalsAsync(all, Cancel);
        (await Store.ApplyRetentionAsync(Rows.Start.AddDays(4), Cancel)).ShouldBe(0);

        await AdvanceAsync(Rows.Start.AddDays(9).AddHours(5));
        var atFive = await Store.ApplyRetentionAsync(Rows.Start.AddDays(9).AddHours(5), Cancel);
        atFive.ShouldBeGreaterThan(0);
        (await Store.SeriesAsync(all, TimeSpan.FromMinutes(1), Cancel)).ShouldAllBe(point => point.At.Minute % 5 == 0);
        (await Store.SeriesAsync(all with { From = Rows.Start.AddDays(2) }, TimeSpan.FromMinutes(1), Cancel)).ShouldContain(point => point.At.Minute % 5 != 0);
        (await Store.TotalsAsync(all, Cancel)).ShouldBeEquivalentTo(totals);
        await AgreeOnHoursAsync(rows);

        await AdvanceAsync(Rows.Start.AddDays(94));
        await Store.ApplyRetentionAsync(Rows.Start.AddDays(94), Cancel);
        (await Store.SeriesAsync(all, TimeSpan.FromMinutes(1), Cancel)).ShouldAllBe(point => point.At.Minute == 0);
        (await Store.TotalsAsync(all, Cancel)).ShouldBeEquivalentTo(totals);
        await AgreeOnHoursAsync(rows);
        (await Store.ApplyRetentionAsync(Rows.Start.AddDays(94), Cancel)).ShouldBe(0);

        await AdvanceAsync(Rows.Start.AddYears(9));
        await Store.ApplyRetentionAsync(Rows.Start.AddYears(9), Cancel);
        (await Store.TotalsAsync(all, Cancel)).ShouldBeEquivalentTo(totals);
        await AdvanceAsync(Rows.Start.AddYears(10).AddDays(1));
        await Store.ApplyRetentionAsync(Rows.Start.AddYears(10).AddDays(1), Cancel);
        (await Store.ExtentAsync(null, Cancel))!.Value.First.ShouldBeGreaterThanOrEqualTo(Rows.Start.AddDays(1));
        (await Store.TotalsAsync(all, Cancel)).Events.ShouldBe(Expected.Events(Expected.View(rows, all with { From = Rows.Start.AddDays(1) })));
    }

    [Fact]
    public async Task Retention_WhenOldContentComesLate_ThinsItTheNextTime()
    {
        await Store.ImportAsync("a", Rows.Random(2000, seed: 1));
        await AdvanceAsync(Rows.Start.AddDays(100));
        await Store.ApplyRetentionAsync(Rows.Start.AddDays(100), Cancel);
        await Store.ImportAsync("late", Rows.Random(2000, seed: 2));
        var totals = await Store.TotalsAsync(Rows.All(), Cancel);
        await Store.ApplyRetentionAsync(Rows.Start.AddDays(100), Cancel);
        (await Store.TotalsAsync(Rows.All(), Cancel)).ShouldBeEquivalentTo(totals);
        (await Store.ImportAsync("a", Rows.Random(2000, seed: 1))).Name.ShouldBe("a.pcap");
        (await Store.TotalsAsync(Rows.All(), Cancel)).ShouldBeEquivalentTo(totals);
    }

    [Fact]
    public async Task Retention_WhenOnlyTheClockGoesOn_LosesNothing()
    {
        var rows = Rows.Random(5000, seed: 3);
        await Store.ImportAsync("a", rows);
        var fine = await Store.SeriesAsync(Rows.All(), TimeSpan.FromMinutes(1), Cancel);
        (await Store.ApplyRetentionAsync(Rows.Start.AddYears(30), Cancel)).ShouldBe(0);
        (await Store.SeriesAsync(Rows.All(), TimeSpan.FromMinutes(1), Cancel)).ShouldBe(fine);
        (await Store.ExportAsync(Rows.All(), "csv", Path.Combine(Folder, "kept.csv"), Cancel)).ShouldBe(Expected.View(rows, Rows.All()).Count());
    }

    [Fact]
    public async Task Retention_WhenOneSensorGoesOn_LeavesTheOthersAlone()
    {
        var rows = Rows.Random(5000, seed: 3);
        await Store.ImportAsync("a", rows, sensor: "old");
        await Store.ImportAsync("b", rows);
        await AdvanceAsync(Rows.Start.AddDays(200));
        var old = Rows.All() with { Sensors = ["old"] };
        var fine = await Store.SeriesAsync(old, TimeSpan.FromMinutes(1), Cancel);
        var both = await Store.TotalsAsync(Rows.All(), Cancel);
        // A clock that is behind holds back: a date from the future ages nothing.
        (await Store.ApplyRetentionAsync(Rows.Start.AddDays(3), Cancel)).ShouldBe(0);
        (await Store.ApplyRetentionAsync(Rows.Start.AddDays(200), Cancel)).ShouldBeGreaterThan(0);
        (await Store.SeriesAsync(old, TimeSpan.FromMinutes(1), Cancel)).ShouldBe(fine);
        (await Store.SeriesAsync(old with { Sensors = ["telescope"] }, TimeSpan.FromMinutes(1), Cancel)).ShouldAllBe(point => point.At.Minute == 0);
        (await Store.TotalsAsync(Rows.All(), Cancel)).ShouldBeEquivalentTo(both);
    }

    [Fact]
    public async Task Retention_WhenManySmallImportsShareDays_ChangesNoAnswer()
    {
        var rows = Rows.Random(4000, seed: 6);
        foreach (var (part, index) in rows.Chunk(400).Select((part, index) => (part, index))) await Store.ImportAsync($"part {index}", part);
        (await Store.ApplyRetentionAsync(Rows.Start.AddDays(3), Cancel)).ShouldBe(0);
        var random = new Random(6);
        for (var i = 0; i < 20; i++) await AgreeAsync(rows, RandomFilter(random), (Dimension)random.Next(10));
    }

    [Fact]
    public async Task Backup_WhileAnImportIsUnderWay_HoldsWhatWasCommitted()
    {
        await Store.ImportAsync("a", Rows.Random(3000, seed: 1));
        var totals = await Store.TotalsAsync(Rows.All(), Cancel);
        var path = Path.Combine(Folder, "backups", "copy of 'it'.duckdb");
        await using (var import = await Store.BeginImportAsync(Rows.Source("b"), Cancel))
        {
            import.Append(Rows.Random(3000, seed: 2), Rows.Tags);
            await Store.BackupAsync(path, Cancel);
            await import.CommitAsync(new Dictionary<string, long>(), Cancel);
        }

        await Should.ThrowAsync<ObservationStoreException>(() => Store.BackupAsync(path, Cancel));
        await using var copy = await OpenCopyAsync(path);
        (await copy.TotalsAsync(Rows.All(), Cancel)).ShouldBeEquivalentTo(totals);
        (await copy.ImportAsync("c", Rows.Random(100, seed: 3))).Rows.ShouldBe(100);
    }

    private protected abstract Task<IObservationStore> OpenCopyAsync(string path);

    // What ages data is later data of the same sensor.
    private Task<ImportRecord> AdvanceAsync(DateTimeOffset at) => Store.ImportAsync($"at {at:O}", [Rows.One((int)(at - Rows.Start).TotalMinutes)]);

    private async Task AgreeOnHoursAsync(Observation[] rows)
    {
        var filter = Rows.All(4) with { From = Rows.Start.AddHours(7), To = Rows.Start.AddHours(61), SourceCountry = CountryCode.Parse("JP") };
        var view = Expected.View(rows, filter).ToArray();
        (await Store.TotalsAsync(filter, Cancel)).Events.ShouldBe(Expected.Events(view));
        var ports = await Store.TopAsync(filter, Dimension.Port, 100, Cancel);
        ports.Sum(row => row.Events).ShouldBe(Expected.Events(view));
        ports.ToDictionary(row => row.Key, row => row.Sources).ShouldBe(
            view.GroupBy(row => Expected.Key(row, Dimension.Port)).ToDictionary(group => group.Key, group => Expected.Sources(group)), ignoreOrder: true);
    }
}
