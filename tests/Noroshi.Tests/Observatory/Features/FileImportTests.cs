using System.IO.Compression;
using System.Text;
using Noroshi.Kernel;
using Noroshi.Observatory.Domain;
using Noroshi.Observatory.Enrichment;
using Noroshi.Observatory.Features;
using Noroshi.Observatory.Reading;
using Noroshi.Observatory.Store.DuckDb;
using Noroshi.Tests.Storage;

namespace Noroshi.Tests.Observatory.Features;

/// <summary>Reader, reducer, enricher and store together: whole and once.</summary>
public sealed class FileImportTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly ViewCache _cache = new();
    private DuckDbObservationStore _store = null!;
    private FileImport _import = null!;
    private Enricher _enricher = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _store = await DuckDbObservationStore.OpenAsync(_folder.File("observations.duckdb"), TimeProvider.System, Cancel);
        _import = new FileImport(_store, _cache);
        var files = new EnrichmentFiles { Overlay = Write("overlay.csv", ExerciseEvents.Overlay), AddressPlan = Write("plan.csv", ExerciseEvents.Plan) };
        _enricher = files.Open(CountryCode.Parse("JP"));
    }

    public async ValueTask DisposeAsync()
    {
        _import.Dispose();
        _cache.Dispose();
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task RunAsync_WhenTheSameContentComesAgain_AddsNothingAndCountsItAsDuplicate()
    {
        var text = ExerciseEvents.Flows(1, 30, 23);
        var plain = Write("eve.json", text);
        var first = await _import.RunAsync(File(plain), null, Cancel);
        first.Imported.ShouldBe(30);
        first.Duplicates.ShouldBe(0);
        first.Units["flow"].ShouldBe(30);
        first.Format.ShouldBe(InputFormats.Eve);

        foreach (var again in new[] { plain, WriteGzip("eve.json.gz", text), Write("renamed.json", text) })
        {
            var second = await _import.RunAsync(File(again), null, Cancel);
            second.Imported.ShouldBe(0);
            second.Duplicates.ShouldBe(30);
            second.FirstImportedAt.ShouldNotBeNull();
        }

        (await TotalsAsync()).Events.ShouldBe(30);
        (await _import.RunAsync(File(plain) with { Sensor = "other" }, null, Cancel)).Imported.ShouldBe(30, "the same content of another sensor is another observation");
    }

    [Fact]
    public async Task RunAsync_WhenAddressesAreKnown_NamesCountryNetworkSectorAndOrigin()
    {
        await _import.RunAsync(File(Write("a.json", ExerciseEvents.Flows(1, 12, 23) + ExerciseEvents.Flows(2, 7, 445, target: "198.18.200.1"))), null, Cancel);
        (await _store.TopAsync(Filter(), Dimension.Country, 10, Cancel)).Select(row => (row.Key, row.Sources)).ShouldBe([("PH", 12), ("VN", 7)]);
        (await _store.TopAsync(Filter(), Dimension.Network, 10, Cancel)).Select(row => row.Key).ShouldBe(["64512", "64530"]);
        (await _store.TopAsync(Filter() with { TargetKind = TargetKind.Private, Origin = Origin.Foreign }, Dimension.Sector, 10, Cancel)).Select(row => row.Key).ShouldBe(["6"]);
    }

    [Fact]
    public async Task RunAsync_WhenRecordsAreBad_CountsThemByReasonWithTheFirstPositionAndWithoutTheirText()
    {
        var report = await _import.RunAsync(File(Write("bad.json", ExerciseEvents.Flows(1, 3, 23) + "{\"secret\":\n" + ExerciseEvents.Flows(1, 3, 22) + "not json either, secret\n")), null, Cancel);
        report.Imported.ShouldBe(6);
        var rejected = report.Rejected.ShouldHaveSingleItem();
        rejected.Count.ShouldBe(2);
        rejected.First.ShouldBe("line 4");
        report.ToJson().ShouldNotContain("secret");
        ImportReport.FromJson(report.ToJson())!.Rejected.ShouldBe(report.Rejected);
    }

    [Fact]
    public async Task RunAsync_WhenStopped_KeepsNothingAndCanBeRunAgain()
    {
        var path = Write("many.json", string.Concat(Enumerable.Range(1, 20).Select(day => ExerciseEvents.Flows(1, 250, 23, day))));
        using var stop = new CancellationTokenSource();
        var watch = new StopAtOnce(stop);
        await Should.ThrowAsync<OperationCanceledException>(() => _import.RunAsync(File(path), watch, stop.Token));
        (await _store.ExtentAsync(null, Cancel)).ShouldBeNull();
        (await _import.RunAsync(File(path), null, Cancel)).Imported.ShouldBe(5_000);
    }

    [Fact]
    public async Task RunAsync_WhenNothingCanBeRead_RefusesAndKeepsNothing()
    {
        await Should.ThrowAsync<UnreadableInputException>(() => _import.RunAsync(File(Write("passwords", "root:x:0:0\n")), null, Cancel));
        (await _store.ListImportsAsync(null, 10, Cancel)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("test12-icmp-portscan.pcap.gz")]
    [InlineData("malicious-ssh-bruteforce.pcap.gz")]
    [InlineData("slips-eve.json.gz")]
    [InlineData("zeek-tsv-conn-07.log.gz")]
    [InlineData("zeek-tsv-conn-16.log.gz")]
    [InlineData("zeek-json-portscan-horizontal-conn.log")]
    public async Task RunAsync_WhenTheFileIsReal_KeepsEveryEventOnce(string name)
    {
        var path = Reading.Collected.RealInput(name);
        var report = await _import.RunAsync(File(path), null, Cancel);
        report.Imported.ShouldBeGreaterThan(0);
        report.Imported.ShouldBe(report.Units.Values.Sum());
        report.Rejected.Sum(r => r.Count).ShouldBeLessThan(report.Imported / 100 + 1);
        (await _import.RunAsync(File(path), null, Cancel)).Duplicates.ShouldBe(report.Imported);
        var filter = new ObservationFilter { From = report.From!.Value.AddMinutes(-1), To = report.To!.Value.AddMinutes(2), IncludeResearch = true };
        var held = 0L;
        foreach (var unit in Enum.GetValues<CountingUnit>())
        {
            var totals = await _store.TotalsAsync(filter with { Unit = unit }, Cancel);
            held += totals.Events + totals.BackscatterEvents;
        }

        held.ShouldBe(report.Imported);
    }

    private FileToImport File(string path) => new(path, Path.GetFileName(path), "telescope-1", _enricher);

    private Task<Totals> TotalsAsync() => _store.TotalsAsync(Filter() with { Sensors = ["telescope-1"] }, Cancel);

    private static ObservationFilter Filter() => new()
    {
        From = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero),
        To = new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero),
        Unit = CountingUnit.Flow,
    };

    private string Write(string name, string text)
    {
        System.IO.File.WriteAllText(_folder.File(name), text);
        return _folder.File(name);
    }

    private string WriteGzip(string name, string text)
    {
        using var gzip = new GZipStream(System.IO.File.Create(_folder.File(name)), CompressionLevel.Fastest);
        gzip.Write(Encoding.UTF8.GetBytes(text));
        return _folder.File(name);
    }

    private sealed class StopAtOnce(CancellationTokenSource stop) : IProgress<long>
    {
        public void Report(long value) => stop.Cancel();
    }
}
