using System.Text;
using Noroshi.DuckDb;

namespace Noroshi.Tests.DuckDb;

public sealed class DuckAppenderTests : IDisposable
{
    private readonly DuckDatabase _database = DuckDatabase.Open(":memory:");
    private readonly DuckConnection _connection;

    public DuckAppenderTests()
    {
        _connection = _database.Connect();
        _connection.Execute("CREATE TABLE t (n UBIGINT, name VARCHAR, data BLOB, seen TIMESTAMP)");
    }

    public void Dispose()
    {
        _connection.Dispose();
        _database.Dispose();
    }

    [Fact]
    public void Send_WhenBlocksAreFilled_LoadsEveryRowAsGiven()
    {
        const int total = 5000;
        using (var appender = _connection.Append("t"))
        {
            for (var done = 0; done < total;)
            {
                var rows = Math.Min(DuckDatabase.ChunkRows, total - done);
                for (var i = 0; i < rows; i++)
                {
                    appender.Column<ulong>(0)[i] = (ulong)(done + i);
                    if ((done + i) % 10 == 3) appender.SetNull(1, i);
                    else appender.SetText(1, i, Encoding.UTF8.GetBytes($"name with more than twelve bytes {done + i}"));
                    appender.SetBlob(2, i, (done + i) % 2 == 0 ? [] : [0xFF, 0x00, (byte)i]);
                    appender.Column<long>(3)[i] = (done + i) * 1_000_000L;
                }

                appender.Send(rows);
                done += rows;
            }

            appender.Flush();
        }

        using var result = _connection.Query("SELECT n, name, data, seen FROM t ORDER BY n", []);
        var next = 0;
        while (result.Next())
        {
            for (var i = 0; i < result.Rows; i++, next++)
            {
                result.Column(0).Values<ulong>()[i].ShouldBe((ulong)next);
                result.Column(1).Text(i).ShouldBe(next % 10 == 3 ? null : $"name with more than twelve bytes {next}");
                result.Column(2).Bytes(i).ToArray().ShouldBe(next % 2 == 0 ? [] : [0xFF, 0x00, (byte)(next % DuckDatabase.ChunkRows)]);
                result.Column(3).Values<long>()[i].ShouldBe(next * 1_000_000L);
            }
        }

        next.ShouldBe(total);
    }

    [Fact]
    public void Dispose_WhenNotFlushed_ForgetsTheRows()
    {
        using (var appender = _connection.Append("t"))
        {
            for (var i = 0; i < 3; i++)
            {
                appender.SetNull(1, i);
                appender.SetNull(2, i);
            }

            appender.Send(3);
        }

        using var result = _connection.Query("SELECT n FROM t", []);
        result.Next().ShouldBeFalse();
    }

    [Fact]
    public void Append_WhenTableIsMissing_TellsTheTable() =>
        Should.Throw<DuckDbException>(() => _connection.Append("missing")).Message.ShouldContain("missing");

    [Fact]
    public void Column_WhenTypeIsWrong_IsRefused()
    {
        using var appender = _connection.Append("t");
        Should.Throw<InvalidOperationException>(() => appender.Column<uint>(0).Length);
        Should.Throw<InvalidOperationException>(() => appender.SetText(0, 0, "x"u8));
        Should.Throw<ArgumentOutOfRangeException>(() => appender.Send(DuckDatabase.ChunkRows + 1));
        Should.Throw<ArgumentOutOfRangeException>(() => appender.SetNull(1, DuckDatabase.ChunkRows));
    }
}
