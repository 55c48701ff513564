using Noroshi.Observatory.Domain;
using Noroshi.Observatory.Store;

namespace Noroshi.Tests.Observatory.Store;

/// <summary>What every store of observations must do, whatever engine is below it.</summary>
public abstract partial class ObservationStoreCompliance : IAsyncLifetime
{
    private IObservationStore? _store;

    private protected IObservationStore Store => _store ?? throw new InvalidOperationException("The store is not open.");

    private protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected string Folder { get; } = Directory.CreateTempSubdirectory("noroshi-store-").FullName;

    public async ValueTask InitializeAsync() => _store = await OpenAsync();

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Store.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private protected abstract Task<IObservationStore> OpenAsync();

    private protected async Task ReopenAsync()
    {
        await Store.DisposeAsync();
        _store = await OpenAsync();
    }

    [Fact]
    public async Task Commit_WhenDone_IsRecordedAndVisible()
    {
        var rows = Rows.Random(5000, seed: 1);
        var record = await Store.ImportAsync("a", rows, rejected: new Dictionary<string, long> { ["truncated"] = 3 });

        record.Rows.ShouldBe(5000);
        record.Events.ShouldBe(Expected.Events(rows));
        record.Rejected["truncated"].ShouldBe(3);
        record.From.ShouldBe(DateTimeOffset.UnixEpoch.AddTicks(rows.Min(row => row.MinuteMicros) * 10));
        record.To.ShouldBe(DateTimeOffset.UnixEpoch.AddTicks(rows.Max(row => row.MinuteMicros) * 10));
        await ReopenAsync();
        var found = (await Store.FindImportAsync("telescope", Rows.Source("a").ContentSha256, Cancel)).ShouldNotBeNull();
        found.ShouldBeEquivalentTo(record with { Rejected = found.Rejected });
        found.GeoVersion.ShouldBe("geo-test");
        found.Rejected["truncated"].ShouldBe(3);
        (await Store.FindImportAsync("other", Rows.Source("a").ContentSha256, Cancel)).ShouldBeNull();
        (await Store.ExtentAsync(null, Cancel)).ShouldBe((record.From, record.To));
        (await Store.ListImportsAsync(["telescope"], 10, Cancel)).Single().Id.ShouldBe(record.Id);
        (await Store.ListImportsAsync(["other"], 10, Cancel)).ShouldBeEmpty();
        (await Store.ListImportsAsync([], 10, Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Commit_WhenTheSameContentCameBefore_ChangesNothing()
    {
        var first = await Store.ImportAsync("a", Rows.Random(1000, seed: 1));
        var before = await Store.TotalsAsync(Rows.All(), Cancel);
        var second = await Store.ImportAsync("a", Rows.Random(2000, seed: 2));

        second.Id.ShouldBe(first.Id);
        (await Store.TotalsAsync(Rows.All(), Cancel)).Events.ShouldBe(before.Events);
        (await Store.ListImportsAsync(null, 10, Cancel)).Count.ShouldBe(1);
        (await Store.ImportAsync("a", Rows.Random(1000, seed: 1), sensor: "other")).Id.ShouldNotBe(first.Id);
    }

    [Fact]
    public async Task Import_WhenNotCommitted_IsNeverSeen()
    {
        await Store.ImportAsync("a", Rows.Random(1000, seed: 1));
        var before = await Store.TotalsAsync(Rows.All(), Cancel);
        await using (var import = await Store.BeginImportAsync(Rows.Source("b", "new sensor"), Cancel))
        {
            import.Append(Rows.Random(200_000, seed: 2), Rows.Tags);
            (await Store.TotalsAsync(Rows.All(), Cancel)).Events.ShouldBe(before.Events);
        }

        (await Store.TotalsAsync(Rows.All(), Cancel)).ShouldBeEquivalentTo(before);
        (await Store.FindImportAsync("new sensor", Rows.Source("b").ContentSha256, Cancel)).ShouldBeNull();
        await Store.ImportAsync("b", Rows.Random(1000, seed: 2));
    }

    [Fact]
    public async Task Commit_WhenNothingWasAppended_IsStillRecorded()
    {
        (await Store.ImportAsync("empty", [], rejected: new Dictionary<string, long> { ["not a capture"] = 1 })).Rows.ShouldBe(0);
        (await Store.ExtentAsync(null, Cancel)).ShouldBeNull();
        (await Store.TotalsAsync(Rows.All(), Cancel)).Events.ShouldBe(0);
        (await Store.TopAsync(Rows.All(), Dimension.Country, 10, Cancel)).ShouldBeEmpty();
        (await Store.SeriesAsync(Rows.All(), TimeSpan.FromHours(1), Cancel)).ShouldBeEmpty();
        (await Store.ListImportsAsync(null, 10, Cancel)).Single().Rejected["not a capture"].ShouldBe(1);
    }

    [Fact]
    public async Task Append_WhenATimeIsAbsurd_RejectsThatRowOnly()
    {
        var rows = Rows.Random(10, seed: 1);
        rows[3].MinuteMicros = long.MaxValue;
        rows[4].MinuteMicros = -60_000_000;
        var record = await Store.ImportAsync("a", rows);
        record.Rows.ShouldBe(8);
        record.Rejected["time outside 1970-2200"].ShouldBe(rows[3].Events + rows[4].Events);
    }

    [Fact]
    public async Task Import_WhileReadersRun_ShowsThemAllOrNothing()
    {
        var rows = Rows.Random(60_000, seed: 3);
        var total = (await TotalAfterAsync(rows)).Events;
        var done = false;
        var seen = new HashSet<long>();
        var reader = Task.Run(
            async () =>
            {
                while (!Volatile.Read(ref done)) seen.Add((await Store.TotalsAsync(Rows.All(), Cancel)).Events);
            },
            Cancel);
        await Store.ImportAsync("second", rows, sensor: "other");
        Volatile.Write(ref done, true);
        await reader;
        seen.ShouldBeSubsetOf([total, total * 2]);
        (await Store.TotalsAsync(Rows.All(), Cancel)).Sensors.ShouldBe(["other", "telescope"]);
    }

    [Fact]
    public async Task BeginImport_WhenAnotherIsUnderWay_Waits()
    {
        var first = await Store.BeginImportAsync(Rows.Source("a"), Cancel);
        var second = Store.BeginImportAsync(Rows.Source("b"), Cancel);
        second.IsCompleted.ShouldBeFalse();
        await first.DisposeAsync();
        await (await second).DisposeAsync();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => Store.BeginImportAsync(Rows.Source("c"), cancelled.Token));
    }

    private async Task<Totals> TotalAfterAsync(Observation[] rows)
    {
        await Store.ImportAsync("first", rows);
        return await Store.TotalsAsync(Rows.All(), Cancel);
    }
}
