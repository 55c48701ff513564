using System.Globalization;
using Noroshi.DuckDb;

namespace Noroshi.Observatory.Store.DuckDb;

/// <summary>Merges what many imports of one sensor's day have left in parts; figures stay as they are. Each day is one transaction.</summary>
internal static class Compaction
{
    private static readonly (string Table, string By)[] Rollups =
    [
        ("overview", "0::UBIGINT"),
        ("network", "(country::UBIGINT << 32) | asn"),
        ("port", "(protocol::UBIGINT << 16) | port"),
        ("target", "(sector::UBIGINT << 16) | organisation"),
    ];

    internal static void Apply(DuckConnection connection, CancellationToken cancel)
    {
        foreach (var (sensor, day) in Days(connection, cancel))
        {
            using var transaction = connection.Begin();
            foreach (var (table, by) in Rollups) Merge(connection, table, by, sensor, day, cancel);
            MergeSources(connection, sensor, day, cancel);
            HostWriter.MergeSums(connection, sensor, day, cancel);
            transaction.Commit();
        }

        HostWriter.Merge(connection, cancel);
    }

    // Once merged, one import answers for the sources of all: a day in parts is one where several do.
    private static List<(ushort Sensor, long Day)> Days(DuckConnection connection, CancellationToken cancel)
    {
        var days = new List<(ushort, long)>();
        using var result = connection.Query("SELECT sensor, epoch_us(day) FROM held WHERE source_rows > 0 GROUP BY ALL HAVING count(*) > 1 ORDER BY ALL", [], cancel);
        while (result.Next())
        {
            for (var i = 0; i < result.Rows; i++) days.Add((result.Column(0).Values<ushort>()[i], result.Column(1).Values<long>()[i]));
        }

        return days;
    }

    // An hour at a time: sketches are large, and there may be many.
    private static void Merge(DuckConnection connection, string table, string by, ushort sensor, long day, CancellationToken cancel)
    {
        var writer = new RollupWriter(connection, sensor, import: 0);
        foreach (var (width, hour) in Hours(connection, table, sensor, day, cancel))
        {
            var where = string.Create(CultureInfo.InvariantCulture, $"sensor = {sensor} AND width = {width} AND {new Span(hour, hour + (RollupKey.MinutesPerHour * Span.Minute)).Sql()}");
            var (cells, rows) = Read(connection, table, by, where, cancel);
            if (cells.Count == rows) continue;
            connection.Execute($"DELETE FROM {table} WHERE {where}", cancel);
            writer.Write(table, cells, [width]);
        }
    }

    private static List<(int Width, long Hour)> Hours(DuckConnection connection, string table, ushort sensor, long day, CancellationToken cancel)
    {
        var hours = new List<(int, long)>();
        using var result = connection.Query(
            string.Create(CultureInfo.InvariantCulture, $"SELECT DISTINCT width, epoch_us(date_trunc('hour', minute)) FROM {table} WHERE sensor = {sensor} AND {new Span(day, day + Span.Day).Sql()} ORDER BY ALL"), [], cancel);
        while (result.Next())
        {
            for (var i = 0; i < result.Rows; i++) hours.Add((result.Column(0).Values<ushort>()[i], result.Column(1).Values<long>()[i]));
        }

        return hours;
    }

    private static (RollupTable Cells, int Rows) Read(DuckConnection connection, string table, string by, string where, CancellationToken cancel)
    {
        var cells = new RollupTable();
        var rows = 0;
        using var result = connection.Query(
            $"""
            SELECT (epoch_us(minute) // {Span.Minute})::INTEGER,
                ((unit::UINTEGER << 13) | (class::UINTEGER << 9) | (fingerprint::UINTEGER << 5) | (origin::UINTEGER << 3) | (target_kind::UINTEGER << 1) | research::UINTEGER)::USMALLINT,
                ({by})::UBIGINT, events, packets, bytes, (epoch_us(first) // {Span.Minute})::INTEGER, (epoch_us(last) // {Span.Minute})::INTEGER, sketch
            FROM {table} WHERE {where}
            """,
            [],
            cancel);
        while (result.Next())
        {
            rows += result.Rows;
            for (var i = 0; i < result.Rows; i++)
            {
                ref var cell = ref cells[new RollupKey(result.Column(0).Values<int>()[i], result.Column(1).Values<ushort>()[i], result.Column(2).Values<ulong>()[i])];
                cell.Events += result.Column(3).Values<ulong>()[i];
                cell.Packets += result.Column(4).Values<ulong>()[i];
                cell.Bytes += result.Column(5).Values<ulong>()[i];
                cell.First = Math.Min(cell.First, result.Column(6).Values<int>()[i]);
                cell.Last = Math.Max(cell.Last, result.Column(7).Values<int>()[i]);
                var sketch = result.Column(8).Bytes(i);
                if (sketch.Length > 0) (cell.Sketch ??= new HyperLogLog()).Merge(sketch);
            }
        }

        return (cells, rows);
    }

    private static void MergeSources(DuckConnection connection, ushort sensor, long day, CancellationToken cancel)
    {
        const string keys = "minute, sensor, unit, class, fingerprint, origin, target_kind, research, country, asn, source_high, source_low";
        var at = string.Create(CultureInfo.InvariantCulture, $"make_timestamp({day})");
        var where = $"sensor = {sensor} AND minute = {at}";
        connection.Execute(
            $"""
            CREATE OR REPLACE TEMP TABLE merged AS
            SELECT {keys}, sum(events)::UBIGINT, sum(packets)::UBIGINT, sum(bytes)::UBIGINT, min(first), max(last) FROM day_source WHERE {where} GROUP BY {keys}
            """,
            cancel);
        connection.Execute($"DELETE FROM day_source WHERE {where}", cancel);
        var kept = connection.Execute("INSERT INTO day_source SELECT * FROM merged ORDER BY country, asn, source_high, source_low", cancel);
        connection.Execute("DROP TABLE merged", cancel);
        connection.Execute(
            string.Create(CultureInfo.InvariantCulture, $"""
            UPDATE held SET source_rows = CASE WHEN import = (SELECT min(import) FROM held WHERE sensor = {sensor} AND day = {at}) THEN {kept} ELSE 0 END
            WHERE sensor = {sensor} AND day = {at}
            """),
            cancel);
    }
}
