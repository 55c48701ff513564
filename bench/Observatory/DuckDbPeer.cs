using System.Globalization;
using Noroshi.DuckDb;

namespace Noroshi.Bench;

/// <summary><c>bench duckdb SQL</c>: DuckDB alone in a process of its own, so that its whole cost is measured.</summary>
internal static class DuckDbPeer
{
    public static int Run(string sql)
    {
        using var database = DuckDatabase.Open(":memory:");
        using var connection = database.Connect();
        using var result = connection.Query(sql, []);
        while (result.Next())
        {
            for (var row = 0; row < result.Rows; row++)
            {
                Console.Out.WriteLine(string.Join(' ', Enumerable.Range(0, result.Columns).Select(column => result.Column(column).Values<long>()[row].ToString(CultureInfo.InvariantCulture))));
            }
        }

        return 0;
    }
}
