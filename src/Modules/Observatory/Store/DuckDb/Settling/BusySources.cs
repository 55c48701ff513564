using System.Globalization;
using Noroshi.DuckDb;

namespace Noroshi.Observatory.Store.DuckDb;

/// <summary>Lists the busiest sources of a sensor's day, with the events of the busiest that is not listed as their ceiling.</summary>
internal static class BusySources
{
    /// <summary>Stands for "this day is listed", whatever units it has.</summary>
    private const byte AnyUnit = 255;

    internal static List<long> DaysOf(DuckConnection connection, uint import)
    {
        var days = new List<long>();
        using var result = connection.Query("SELECT epoch_us(day) FROM held WHERE import = ? ORDER BY day", [import]);
        while (result.Next()) days.AddRange(result.Column(0).Values<long>());
        return days;
    }

    /// <summary>Lists one day anew; within the caller's transaction.</summary>
    internal static void Write(DuckConnection connection, ushort sensor, long day, int listed, CancellationToken cancel)
    {
        var at = string.Create(CultureInfo.InvariantCulture, $"make_timestamp({day})");
        var where = string.Create(CultureInfo.InvariantCulture, $"minute = {at} AND sensor = {sensor}");
        connection.Execute($"DELETE FROM busy_source WHERE {where}", cancel);
        connection.Execute($"DELETE FROM busy_day WHERE {where}", cancel);
        connection.Execute(
            string.Create(CultureInfo.InvariantCulture, $"""
            CREATE OR REPLACE TEMP TABLE busy AS
            SELECT unit, source_high, source_low, e, row_number() OVER (PARTITION BY unit ORDER BY e DESC) AS place FROM (
                SELECT unit, source_high, source_low, sum(events)::UBIGINT AS e FROM day_source WHERE {where} AND NOT research GROUP BY ALL)
            QUALIFY place <= {listed + 1}
            """),
            cancel);
        connection.Execute(
            string.Create(CultureInfo.InvariantCulture, $"""
            INSERT INTO busy_day SELECT {at}, {sensor}, unit, max(CASE WHEN place > {listed} THEN e ELSE 0 END) FROM busy GROUP BY unit
            UNION ALL SELECT {at}, {sensor}, {AnyUnit}, 0
            """),
            cancel);
        connection.Execute(
            string.Create(CultureInfo.InvariantCulture, $"""
            INSERT INTO busy_source SELECT {at}, {sensor}, b.unit, source_high, source_low, e - ceiling
            FROM busy b JOIN busy_day d ON d.minute = {at} AND d.sensor = {sensor} AND d.unit = b.unit WHERE place <= {listed} AND e > ceiling
            """),
            cancel);
        connection.Execute("DROP TABLE busy", cancel);
    }

    /// <summary>Lists the days of files written before there were lists.</summary>
    internal static void WriteMissing(DuckConnection connection, int listed, CancellationToken cancel)
    {
        var missing = new List<(ushort Sensor, long Day)>();
        using (var result = connection.Query(
            "SELECT h.sensor, epoch_us(h.day) FROM (SELECT DISTINCT sensor, day FROM held) h ANTI JOIN busy_day b ON b.sensor = h.sensor AND b.minute = h.day ORDER BY ALL", [], cancel))
        {
            while (result.Next())
            {
                for (var i = 0; i < result.Rows; i++) missing.Add((result.Column(0).Values<ushort>()[i], result.Column(1).Values<long>()[i]));
            }
        }

        foreach (var (sensor, day) in missing)
        {
            using var transaction = connection.Begin();
            Write(connection, sensor, day, listed, cancel);
            transaction.Commit();
        }
    }
}
