using System.Diagnostics;
using Noroshi.DuckDb;
using Noroshi.Observatory.Domain;
using Noroshi.Observatory.Store;
using Noroshi.Observatory.Store.DuckDb;

namespace Noroshi.Tests.Observatory.Store.DuckDb;

/// <summary>What happens to what was committed when the machine does not play along.</summary>
public sealed class DuckDbStoreFaultTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("noroshi-fault-").FullName;

    private string StorePath => Path.Combine(_folder, "observations.duckdb");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Import_WhenKilledAtAnyMoment_LeavesAllOrNothing()
    {
        var random = new Random(20260301);
        for (var round = 0; round < 4; round++)
        {
            var promised = await KillWhileImportingAsync(random.Next(50, 900));
            await using var store = await OpenAsync();
            var imports = await store.ListImportsAsync(null, 10_000, Cancel);
            imports.Count.ShouldBeGreaterThanOrEqualTo(promised);
            imports.ShouldAllBe(import => import.Rows == ImportChild.RowsEach);
            await store.SettleAsync(Cancel);
            await SumsAgreeAsync(store, imports);
        }
    }

    [Fact]
    public async Task Open_WhenAnotherProcessHasTheFile_TellsWhoAndWhatToDo()
    {
        using var child = Start();
        try
        {
            (await child.StandardOutput.ReadLineAsync(Cancel)).ShouldBe("open");
            var error = await Should.ThrowAsync<ObservationStoreException>(OpenAsync);
            error.Message.ShouldContain(StorePath);
            error.Message.ShouldContain($"process {child.Id}");
            error.Message.ShouldContain("Stop that process");
        }
        finally
        {
            child.Kill();
            await child.WaitForExitAsync(CancellationToken.None);
        }
    }

    [Fact]
    public async Task Open_WhenThisProcessHasTheFile_IsRefused()
    {
        await using var store = await OpenAsync();
        (await Should.ThrowAsync<ObservationStoreException>(OpenAsync)).Message.ShouldContain("this process");
    }

    [Fact]
    public async Task Open_WhenWrittenByANewerVersion_IsRefusedAndUnchanged()
    {
        await using (var store = await OpenAsync()) await store.ImportAsync("a", Rows.Random(100, seed: 1));
        Execute("UPDATE schema_version SET version = 999");
        (await Should.ThrowAsync<ObservationStoreException>(OpenAsync)).Message.ShouldContain("newer");
        Execute($"UPDATE schema_version SET version = {ObservationSchema.Version}");
        await using var again = await OpenAsync();
        (await again.ListImportsAsync(null, 10, Cancel)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Open_WhenTheFileIsNotAStore_IsRefused()
    {
        await File.WriteAllTextAsync(StorePath, new string('x', 50_000), Cancel);
        (await Should.ThrowAsync<ObservationStoreException>(OpenAsync)).Message.ShouldContain(StorePath);
    }

    [Fact]
    public async Task Import_WhenTheDiskIsFull_SaysSoAndLosesNothing()
    {
        using var disk = SmallDisk.Mount(_folder, "24m");
        Totals before;
        await using (var store = await OpenAsync())
        {
            await store.ImportAsync("small", Rows.Random(5000, seed: 1));
            before = await store.TotalsAsync(Rows.All(), Cancel);
            var error = await Should.ThrowAsync<ObservationStoreException>(() => store.ImportAsync("large", Rows.Random(3_000_000, seed: 2, days: 3, sources: 2_000_000)));
            error.Message.ShouldContain("full");
        }

        await using var again = await OpenAsync();
        (await again.TotalsAsync(Rows.All(), Cancel)).ShouldBeEquivalentTo(before);
        (await again.ListImportsAsync(null, 10, Cancel)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Open_WhenTheFolderIsReadOnly_SaysWhatToDo()
    {
        using var disk = SmallDisk.Mount(_folder, "24m");
        await using (var store = await OpenAsync()) await store.ImportAsync("small", Rows.Random(500, seed: 1));
        disk.MakeReadOnly();
        (await Should.ThrowAsync<ObservationStoreException>(OpenAsync)).Message.ShouldContain("writable");
    }

    private async Task<int> KillWhileImportingAsync(int milliseconds)
    {
        using var child = Start();
        (await child.StandardOutput.ReadLineAsync(Cancel)).ShouldBe("open");
        await Task.Delay(milliseconds, Cancel);
        child.Kill();
        var rest = await child.StandardOutput.ReadToEndAsync(Cancel);
        await child.WaitForExitAsync(Cancel);
        return rest.Split('\n').Count(line => line.StartsWith("committed", StringComparison.Ordinal));
    }

    private Process Start()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, UseShellExecute = false };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet") start.ArgumentList.Add(typeof(ImportChild).Assembly.Location);
        start.Environment[ImportChild.Switch] = StorePath;
        return Process.Start(start)!;
    }

    private Task<DuckDbObservationStore> OpenAsync() => DuckDbObservationStore.OpenAsync(StorePath, TimeProvider.System, Cancel);

    private void Execute(string sql)
    {
        using var database = DuckDatabase.Open(StorePath);
        using var connection = database.Connect();
        connection.Execute(sql);
    }

    private static async Task SumsAgreeAsync(DuckDbObservationStore store, IReadOnlyList<ImportRecord> imports)
    {
        var expected = imports.Sum(import => import.Events);
        foreach (var sums in (string[])["SELECT sum(events) FROM detail", .. Rollups()])
        {
            var held = await store.AskAsync(
                null,
                reading =>
                {
                    using var result = reading.Query($"SELECT coalesce(({sums}), 0)::BIGINT");
                    result.Next();
                    return result.Column(0).Values<long>()[0];
                },
                Cancel);
            held.ShouldBe(expected, sums);
        }

        static IEnumerable<string> Rollups() => StoreTable.Rollups.SelectMany(table => table.Widths.Select(width => $"SELECT sum(events) FROM {table.Name} WHERE width = {width}"));
    }
}
