using Noroshi.DuckDb;

namespace Noroshi.Tests.DuckDb;

public sealed class DuckDatabaseTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("noroshi-duckdb-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void EngineVersion_WhenLoaded_IsThePinnedOne() => DuckDatabase.EngineVersion.ShouldStartWith("v1.5.");

    [Fact]
    public void Query_WhenParametersOfEveryKindAreBound_GivesThemBack()
    {
        using var database = DuckDatabase.Open(":memory:");
        using var connection = database.Connect();
        using var result = connection.Query(
            "SELECT ?::BIGINT, ?::UBIGINT, ?::DOUBLE, ?::VARCHAR, ?::BLOB, ?::BOOLEAN, ?::TIMESTAMP, ?::INTEGER",
            [-5L, ulong.MaxValue, 1.5, "狼煙 is a long enough text", new byte[] { 0, 255, 7 }, true, DateTimeOffset.UnixEpoch.AddSeconds(1), null]);

        result.Next().ShouldBeTrue();
        result.Rows.ShouldBe(1);
        result.Column(0).Values<long>()[0].ShouldBe(-5L);
        result.Column(1).Values<ulong>()[0].ShouldBe(ulong.MaxValue);
        result.Column(2).Values<double>()[0].ShouldBe(1.5);
        result.Column(3).Text(0).ShouldBe("狼煙 is a long enough text");
        result.Column(4).Bytes(0).ToArray().ShouldBe([0, 255, 7]);
        result.Column(5).Values<bool>()[0].ShouldBeTrue();
        result.Column(6).Values<long>()[0].ShouldBe(1_000_000L);
        result.Column(7).IsNull(0).ShouldBeTrue();
        result.Next().ShouldBeFalse();
    }

    [Fact]
    public void Query_WhenManyRows_StreamsThemInBlocksOfBoundedSize()
    {
        using var database = DuckDatabase.Open(":memory:");
        using var connection = database.Connect();
        using var result = connection.Query("SELECT i::BIGINT FROM range(100000) r(i)", []);
        long sum = 0;
        var blocks = 0;
        while (result.Next())
        {
            result.Rows.ShouldBeLessThanOrEqualTo(DuckDatabase.ChunkRows);
            foreach (var value in result.Column(0).Values<long>()) sum += value;
            blocks++;
        }

        sum.ShouldBe(99999L * 100000 / 2);
        blocks.ShouldBeGreaterThan(40);
    }

    [Fact]
    public void Values_WhenReadAsAnotherWidth_AreRefused()
    {
        using var database = DuckDatabase.Open(":memory:");
        using var connection = database.Connect();
        using var result = connection.Query("SELECT 1::BIGINT", []);
        result.Next();
        Should.Throw<InvalidOperationException>(() => result.Column(0).Values<int>().Length);
        Should.Throw<InvalidOperationException>(() => result.Column(0).Bytes(0).Length);
        Should.Throw<ArgumentOutOfRangeException>(() => result.Column(1).Type);
    }

    [Fact]
    public void Execute_WhenSqlIsWrong_TellsWhatAndWhere()
    {
        using var database = DuckDatabase.Open(":memory:");
        using var connection = database.Connect();
        var parse = Should.Throw<DuckDbException>(() => connection.Execute("SELEKT 1"));
        parse.Error.ShouldBe(DuckDbError.Parser);
        parse.Message.ShouldContain("SELEKT 1");
        Should.Throw<DuckDbException>(() => connection.Execute("SELECT * FROM nowhere")).Error.ShouldBe(DuckDbError.Catalog);
        Should.Throw<DuckDbException>(() => connection.Prepare("SELECT * FROM nowhere")).Error.ShouldBe(DuckDbError.Catalog);
        Should.Throw<DuckDbException>(() => connection.Execute("SELECT 'x'::INTEGER")).Error.ShouldBe(DuckDbError.Conversion);
    }

    [Fact]
    public void Next_WhenTheStatementFailsMidway_Throws()
    {
        using var database = DuckDatabase.Open(":memory:");
        using var connection = database.Connect();
        using var result = connection.Query("SELECT CASE WHEN i = 900000 THEN error('midway') ELSE i::VARCHAR END FROM range(1000000) r(i)", []);
        Should.Throw<DuckDbException>(() => { while (result.Next()) _ = result.Rows; }).Message.ShouldContain("midway");
    }

    [Fact]
    public void Bind_WhenCountDiffers_IsRefused()
    {
        using var database = DuckDatabase.Open(":memory:");
        using var connection = database.Connect();
        Should.Throw<ArgumentException>(() => connection.Query("SELECT ?::INTEGER", []));
    }

    [Fact]
    public void Transaction_WhenDisposedWithoutCommit_LeavesNothing()
    {
        using var database = DuckDatabase.Open(":memory:");
        using var connection = database.Connect();
        connection.Execute("CREATE TABLE t (a INTEGER)");
        using (connection.Begin()) connection.Execute("INSERT INTO t VALUES (1)");
        Count(connection).ShouldBe(0);
        using (var transaction = connection.Begin())
        {
            connection.Execute("INSERT INTO t VALUES (1)").ShouldBe(1);
            transaction.Commit();
        }

        Count(connection).ShouldBe(1);
    }

    [Fact]
    public void Execute_WhenCancelled_IsInterrupted()
    {
        using var database = DuckDatabase.Open(":memory:");
        using var connection = database.Connect();
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        Should.Throw<OperationCanceledException>(() => connection.Execute("SELECT sum(a.range * b.range) FROM range(1000000) a, range(1000000) b", cancel.Token));
        connection.Execute("SELECT 1");
    }

    [Fact]
    public void Open_WhenFileIsNotADatabase_TellsTheFile()
    {
        var path = Path.Combine(_folder.FullName, "not.duckdb");
        File.WriteAllText(path, new string('x', 20000));
        Should.Throw<DuckDbException>(() => DuckDatabase.Open(path)).Message.ShouldContain(path);
    }

    [Fact]
    public void Open_WhenASettingIsUnknown_IsRefused() =>
        Should.Throw<DuckDbException>(() => DuckDatabase.Open(":memory:", new DuckDbOptions { Settings = new Dictionary<string, string> { ["no_such_setting"] = "1" } }));

    [Fact]
    public void Open_WhenReadOnly_RefusesChanges()
    {
        var path = Path.Combine(_folder.FullName, "a.duckdb");
        using (var database = DuckDatabase.Open(path))
        using (var connection = database.Connect())
        {
            connection.Execute("CREATE TABLE t (a INTEGER)");
        }

        using var readOnly = DuckDatabase.Open(path, new DuckDbOptions { ReadOnly = true, Threads = 1, MemoryLimitBytes = 256 << 20, TempDirectory = _folder.FullName, MaxTempBytes = 1 << 20 });
        using var reader = readOnly.Connect();
        Count(reader).ShouldBe(0);
        Should.Throw<DuckDbException>(() => reader.Execute("INSERT INTO t VALUES (1)"));
    }

    private static long Count(DuckConnection connection)
    {
        using var result = connection.Query("SELECT count(*) FROM t", []);
        result.Next();
        return result.Column(0).Values<long>()[0];
    }
}
