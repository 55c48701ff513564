using Noroshi.Storage;
using Noroshi.Storage.Migrations;

namespace Noroshi.Tests.Storage.Records;

/// <summary>What every record store promises, whichever database is below.</summary>
public abstract class RecordStoreCompliance : IAsyncLifetime
{
    private static readonly AsyncLocal<int> Asked = new();
    private RecordStore? _store;

    protected RecordStore Store => _store!;

    public async ValueTask InitializeAsync()
    {
        _store = RecordStore.For(await OptionsAsync());
        await _store.ExecuteAsync("CREATE TABLE parent (id TEXT NOT NULL PRIMARY KEY)", null, default);
        await _store.ExecuteAsync("CREATE TABLE thing (id BIGINT NOT NULL PRIMARY KEY, parent TEXT REFERENCES parent (id), at TEXT, open INTEGER, day TEXT, note TEXT)", null, default);
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (_store is not null) await _store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Options that name an empty database of its own.</summary>
    protected abstract Task<NodeOptions> OptionsAsync();

    [Fact]
    public async Task Transaction_WhenWorkThrows_KeepsNothing()
    {
        await Should.ThrowAsync<InvalidOperationException>(() => Store.TransactAsync(
            async transaction =>
            {
                await transaction.ExecuteAsync("INSERT INTO thing (id) VALUES (1)", null, default);
                throw new InvalidOperationException("planted");
            },
            default));
        (await CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Transaction_WhenCancelledBeforeCommit_KeepsNothing()
    {
        using var cancel = new CancellationTokenSource();
        await Should.ThrowAsync<OperationCanceledException>(() => Store.TransactAsync(
            async transaction =>
            {
                await transaction.ExecuteAsync("INSERT INTO thing (id) VALUES (1)", null, default);
                await cancel.CancelAsync();
            },
            cancel.Token));
        (await CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Write_WhenItPointsToNothing_IsRefused()
    {
        await Should.ThrowAsync<System.Data.Common.DbException>(() => Store.ExecuteAsync("INSERT INTO thing (id, parent) VALUES (1, 'nobody')", null, default));
        (await CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Values_WhenReadBack_AreWhatWasWritten()
    {
        var written = new Thing { Id = long.MaxValue, At = new DateTimeOffset(2026, 11, 22, 3, 4, 5, TimeSpan.FromHours(9)).AddTicks(1), Open = true, Day = new DateOnly(2011, 11, 30), Note = "狼煙 🔥 \" ' ; --" };
        await Store.ExecuteAsync("INSERT INTO thing (id, at, open, day, note) VALUES (@Id, @At, @Open, @Day, @Note)", written, default);
        await Store.ExecuteAsync("INSERT INTO thing (id, at, open, day, note) VALUES (@Id, @At, @Open, @Day, @Note)", new Thing { Id = 1 }, default);

        var read = await Store.FirstAsync<Thing>("SELECT id, at, open, day, note FROM thing WHERE at = @At", written, default);
        read.ShouldNotBeNull();
        read.Id.ShouldBe(written.Id);
        read.At.ShouldBe(written.At);
        read.At!.Value.Offset.ShouldBe(TimeSpan.Zero);
        read.Open.ShouldBe(true);
        read.Day.ShouldBe(written.Day);
        read.Note.ShouldBe(written.Note);
        var empty = await Store.FirstAsync<Thing>("SELECT id, at, open, day, note FROM thing WHERE id = 1", null, default);
        (empty!.At, empty.Open, empty.Day, empty.Note).ShouldBe((null, null, null, null));
    }

    [Fact]
    public async Task Times_WhenComparedAsText_KeepTheirOrder()
    {
        var start = new DateTimeOffset(1999, 12, 31, 23, 59, 59, TimeSpan.Zero);
        DateTimeOffset[] times = [start.AddYears(27), start.AddTicks(1), start, start.AddSeconds(1)];
        for (var i = 0; i < times.Length; i++) await Store.ExecuteAsync("INSERT INTO thing (id, at) VALUES (@i, @at)", new { i, at = times[i] }, default);
        (await Store.QueryAsync<DateTimeOffset>("SELECT at FROM thing ORDER BY at", null, default)).ShouldBe(times.Order());
        (await Store.QueryAsync<long>("SELECT id FROM thing WHERE at > @start ORDER BY id", new { start }, default)).ShouldBe([0, 1, 3]);
    }

    [Fact]
    public async Task Values_WhenAskedForAsAList_AreFound()
    {
        foreach (var id in new[] { "a", "b", "c" }) await Store.ExecuteAsync("INSERT INTO parent (id) VALUES (@id)", new { id }, default);
        Task<IReadOnlyList<string>> FindAsync(params string[] ids) => Store.QueryAsync<string>($"SELECT id FROM parent WHERE {Store.OneOf("id", "@ids")} ORDER BY id", new { ids }, default);
        (await FindAsync("c", "a", "z")).ShouldBe(["a", "c"]);
        (await FindAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Writers_WhenManyAtOnce_AllGetTheirTurn()
    {
        await Store.ExecuteAsync("INSERT INTO thing (id, note) VALUES (0, '0')", null, default);
        await Task.WhenAll(Enumerable.Range(1, 40).Select(id => Task.Run(() => Store.TransactAsync(
            async transaction =>
            {
                await transaction.LockAsync("count", default);
                var before = await transaction.FirstAsync<string>("SELECT note FROM thing WHERE id = 0", null, default);
                await transaction.ExecuteAsync("UPDATE thing SET note = @next WHERE id = 0", new { next = (int.Parse(before!, System.Globalization.CultureInfo.InvariantCulture) + 1).ToString(System.Globalization.CultureInfo.InvariantCulture) }, default);
                await transaction.ExecuteAsync("INSERT INTO thing (id) VALUES (@id)", new { id }, default);
            },
            default))));
        (await CountAsync()).ShouldBe(41);
        (await Store.FirstAsync<string>("SELECT note FROM thing WHERE id = 0", null, default)).ShouldBe("40");
    }

    [Fact]
    public async Task Writers_WhenSomeOfManyFail_UndoThemselvesAlone()
    {
        var told = new System.Collections.Concurrent.ConcurrentBag<int>();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 60).Select(number => Task.Run(async () =>
        {
            try
            {
                await Store.TransactAsync(
                    async transaction =>
                    {
                        await transaction.ExecuteAsync("INSERT INTO thing (id) VALUES (@number)", new { number }, default);
                        transaction.OnCommitted(() => told.Add(number));
                        if (number % 3 == 1) throw new InvalidOperationException("planted");
                        if (number % 3 == 2) await transaction.ExecuteAsync("INSERT INTO thing (id, parent) VALUES (1000, 'nobody')", null, default);
                    },
                    default);
                return "kept";
            }
            catch (Exception failure) when (failure is InvalidOperationException or System.Data.Common.DbException)
            {
                return failure.GetType().Name;
            }
        })));

        outcomes.Where((outcome, number) => (outcome == "kept") != (number % 3 == 0)).ShouldBeEmpty();
        var kept = Enumerable.Range(0, 20).Select(third => third * 3).ToList();
        (await Store.QueryAsync<long>("SELECT id FROM thing ORDER BY id", null, default)).ShouldBe(kept.Select(number => (long)number));
        told.Order().ShouldBe(kept);
    }

    [Fact]
    public async Task Transaction_WhenManyAskAtOnce_RunsInTheContextOfWhoAsked()
    {
        var seen = await Task.WhenAll(Enumerable.Range(0, 30).Select(number => Task.Run(() =>
        {
            Asked.Value = number;
            return Store.TransactAsync(
                async transaction =>
                {
                    await transaction.ExecuteAsync("INSERT INTO thing (id) VALUES (@number)", new { number }, default);
                    return (number, Asked.Value);
                },
                default);
        })));

        seen.ShouldAllBe(pair => pair.number == pair.Value);
    }

    [Fact]
    public async Task Transaction_WhenUsedAfterItsEnd_Refuses()
    {
        RecordTransaction? kept = null;
        await Store.TransactAsync(
            transaction =>
            {
                kept = transaction;
                return Task.CompletedTask;
            },
            default);

        await Should.ThrowAsync<InvalidOperationException>(() => kept!.ExecuteAsync("INSERT INTO thing (id) VALUES (1)", null, default));
    }

    [Fact]
    public async Task Stream_WhenLong_BringsEveryRowOnce()
    {
        await Store.TransactAsync(
            async transaction =>
            {
                for (var id = 0; id < 2000; id++) await transaction.ExecuteAsync("INSERT INTO thing (id) VALUES (@id)", new { id }, default);
            },
            default);
        var seen = new List<long>();
        await foreach (var id in Store.StreamAsync<long>("SELECT id FROM thing ORDER BY id", null, default)) seen.Add(id);
        seen.ShouldBe(Enumerable.Range(0, 2000).Select(id => (long)id));
    }

    [Fact]
    public async Task Migrations_WhenRunTwice_RunOnce()
    {
        var set = new MigrationSet("law", [new Migration(1, "one", "CREATE TABLE law (id TEXT)"), new Migration(2, "two", "INSERT INTO law (id) VALUES ('a')")]);
        (await MigrateAsync(set)).ShouldBe(["law/0001_one", "law/0002_two"]);
        (await MigrateAsync(set)).ShouldBeEmpty();
        (await Store.FirstAsync<int>("SELECT COUNT(*) FROM law", null, default)).ShouldBe(1);
    }

    [Fact]
    public async Task Migrations_WhenOneFails_ChangeNothingAndSayWhichAndWhatToDo()
    {
        await MigrateAsync(new MigrationSet("law", [new Migration(1, "one", "CREATE TABLE law (id TEXT)")]));
        var law = new MigrationSet("law", [new Migration(1, "one", "CREATE TABLE law (id TEXT)"), new Migration(2, "two", "CREATE TABLE law_two (id TEXT); INSERT INTO law (id) VALUES ('kept?')")]);
        var broken = new MigrationSet("contacts", [new Migration(1, "first", "CREATE TABLE contact (id TEXT); INSERT INTO missing_table (id) VALUES (1)")]);

        var refusal = await Should.ThrowAsync<MigrationException>(() => MigrateAsync(law, broken));

        refusal.Message.ShouldContain("0001_first");
        refusal.Message.ShouldContain("'contacts'");
        refusal.Message.ShouldContain("Nothing was changed");
        (await Store.FirstAsync<int>("SELECT COUNT(*) FROM law", null, default)).ShouldBe(0);
        (await Store.QueryAsync<string>("SELECT scope || version FROM schema_migration", null, default)).ShouldBe(["law1"]);
        await Should.ThrowAsync<System.Data.Common.DbException>(() => Store.FirstAsync<int>("SELECT COUNT(*) FROM contact", null, default));
        await Should.ThrowAsync<System.Data.Common.DbException>(() => Store.FirstAsync<int>("SELECT COUNT(*) FROM law_two", null, default));
    }

    [Fact]
    public async Task Migrations_WhenTheDatabaseIsNewer_RefuseAndSayWhatToDo()
    {
        await MigrateAsync(new MigrationSet("law", [new Migration(1, "one", "CREATE TABLE law (id TEXT)"), new Migration(2, "newer", "CREATE TABLE law_newer (id TEXT)")]));
        var refusal = await Should.ThrowAsync<MigrationException>(() => MigrateAsync(
            new MigrationSet("contacts", [new Migration(1, "first", "CREATE TABLE contact (id TEXT)")]),
            new MigrationSet("law", [new Migration(1, "one", "CREATE TABLE law (id TEXT)")])));
        refusal.Message.ShouldContain("newer Noroshi");
        refusal.Message.ShouldContain("0002_newer");
        await Should.ThrowAsync<System.Data.Common.DbException>(() => Store.FirstAsync<int>("SELECT COUNT(*) FROM contact", null, default));
    }

    [Fact]
    public async Task Migrations_WhenOneThatRanWasEdited_Refuse()
    {
        await MigrateAsync(new MigrationSet("law", [new Migration(1, "one", "CREATE TABLE law (id TEXT)")]));
        var refusal = await Should.ThrowAsync<MigrationException>(() => MigrateAsync(new MigrationSet("law", [new Migration(1, "one", "CREATE TABLE law (id TEXT, added TEXT)")])));
        refusal.Message.ShouldContain("new migration");
        (await MigrateAsync(new MigrationSet("law", [new Migration(1, "one", "CREATE TABLE law (id TEXT)\r\n")]))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Migrations_WhenSeveralStartAtOnce_RunOnce()
    {
        var options = await OptionsAsync();
        var set = new MigrationSet("law", [new Migration(1, "one", "CREATE TABLE law (id TEXT)"), new Migration(2, "two", "INSERT INTO law (id) VALUES ('a')")]);
        var ran = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
        {
            await using var store = RecordStore.For(options);
            return await new Migrator(store, TimeProvider.System).RunAsync([set], default);
        })));
        ran.Count(steps => steps.Count == 2).ShouldBe(1);
        ran.Count(steps => steps.Count == 0).ShouldBe(5);
    }

    private Task<IReadOnlyList<string>> MigrateAsync(params MigrationSet[] sets) => new Migrator(Store, TimeProvider.System).RunAsync(sets, default);

    private async Task<int> CountAsync() => await Store.FirstAsync<int>("SELECT COUNT(*) FROM thing", null, default);

    private sealed class Thing
    {
        public long Id { get; init; }

        public DateTimeOffset? At { get; init; }

        public bool? Open { get; init; }

        public DateOnly? Day { get; init; }

        public string? Note { get; init; }
    }
}
