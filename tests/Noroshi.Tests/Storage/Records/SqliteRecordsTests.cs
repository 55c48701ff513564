using Microsoft.Data.Sqlite;
using Noroshi.Storage;

namespace Noroshi.Tests.Storage.Records;

public sealed class SqliteRecordsTests : RecordStoreCompliance
{
    private readonly TemporaryFolder _folder = new();
    private int _databases;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Settings_WhenOpened_KeepWhatWasAcknowledged()
    {
        (await Store.FirstAsync<string>("PRAGMA journal_mode", null, default)).ShouldBe("wal");
        (await Store.FirstAsync<int>("PRAGMA synchronous", null, default)).ShouldBe(2);
        (await Store.FirstAsync<int>("PRAGMA foreign_keys", null, default)).ShouldBe(1);
    }

    [Fact]
    public async Task Backup_WhenTakenWhileWriting_IsConsistentAndOpens()
    {
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            // Each transaction adds a pair: a copy with half of one would be torn.
            for (var id = 0L; !stop.IsCancellationRequested; id += 2)
                await Store.ExecuteAsync("INSERT INTO thing (id) VALUES (@id), (@next)", new { id, next = id + 1 }, default);
        });
        while (await Store.FirstAsync<int>("SELECT COUNT(*) FROM thing", null, default) < 10) await Task.Delay(5);
        var copy = _folder.File("copy.db");
        var backup = await Store.BackUpAsync(copy, default);
        await stop.CancelAsync();
        await writing;

        backup.File.ShouldBe(copy);
        await using var connection = new SqliteConnection($"Data Source={copy};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        Scalar(connection, "PRAGMA integrity_check").ShouldBe("ok");
        var rows = (long)Scalar(connection, "SELECT COUNT(*) FROM thing")!;
        rows.ShouldBeGreaterThanOrEqualTo(10);
        (rows % 2).ShouldBe(0);
        (await Should.ThrowAsync<RecordStoreException>(() => Store.BackUpAsync(copy, default))).Message.ShouldContain("exists already");
    }

    [Fact]
    public async Task Dispose_WhenAWriteIsAtWork_LetsItFinishAndRefusesLaterOnes()
    {
        var options = new NodeOptions { DataDirectory = _folder.File("closing"), ReferenceData = "" };
        var store = RecordStore.For(options);
        await store.ExecuteAsync("CREATE TABLE thing (id BIGINT)", null, default);
        var (begun, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        var writing = store.TransactAsync(
            async transaction =>
            {
                await transaction.ExecuteAsync("INSERT INTO thing (id) VALUES (1)", null, default);
                begun.SetResult();
                await goOn.Task;
            },
            default);
        await begun.Task;
        var closing = store.DisposeAsync().AsTask();
        await Task.Delay(50);
        closing.IsCompleted.ShouldBeFalse("a write is at work");
        goOn.SetResult();
        await writing;
        await closing;
        await Should.ThrowAsync<ObjectDisposedException>(() => store.ExecuteAsync("INSERT INTO thing (id) VALUES (2)", null, default));
        await using var again = RecordStore.For(options);
        (await again.FirstAsync<int>("SELECT COUNT(*) FROM thing", null, default)).ShouldBe(1);
    }

    [Fact]
    public async Task Open_WhenTheFileIsNoDatabase_SaysSoAndKeepsIt()
    {
        var file = _folder.File("other/records.db");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, new string('x', 5000));
        await using var store = RecordStore.For(new NodeOptions { DataDirectory = Path.GetDirectoryName(file)!, ReferenceData = "" });
        (await Should.ThrowAsync<RecordStoreException>(() => store.FirstAsync<int>("SELECT 1", null, default))).Message.ShouldContain("noroshi restore");
        (await File.ReadAllTextAsync(file)).ShouldBe(new string('x', 5000));
    }

    [Fact]
    public async Task Write_WhenTheDiskIsFull_SaysSoAndKeepsTheRest()
    {
        await Store.ExecuteAsync("INSERT INTO thing (id) VALUES (1)", null, default);
        var refusal = await Should.ThrowAsync<RecordStoreException>(() => Store.TransactAsync(
            async transaction =>
            {
                // SQLite's own page limit stands for the disk: it fails with the same code.
                await transaction.ExecuteAsync("PRAGMA max_page_count = 8", null, default);
                for (var id = 2; ; id++) await transaction.ExecuteAsync("INSERT INTO thing (id, note) VALUES (@id, @note)", new { id, note = new string('x', 4000) }, default);
            },
            default));
        refusal.Message.ShouldContain("disk is full");
        (await Store.FirstAsync<int>("SELECT COUNT(*) FROM thing", null, default)).ShouldBe(1);
    }

    protected override Task<NodeOptions> OptionsAsync() =>
        Task.FromResult(new NodeOptions { DataDirectory = _folder.File($"data-{_databases++}"), ReferenceData = "" });

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
