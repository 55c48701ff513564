using System.Globalization;
using Noroshi.DuckDb;

namespace Noroshi.Observatory.Store.DuckDb;

/// <summary>Thins out by resolution: a minute for 7 days, five minutes for 90, an hour for years. Each step is one transaction.</summary>
/// <remarks>
/// Each sensor ages by the latest data it holds, never by more than the clock says: old captures just imported, or a sensor that fell
/// silent, lose nothing because time passes.
/// </remarks>
internal static class Retention
{
    private const int MinuteDays = 7;
    private const int FiveMinuteDays = 90;

    private const string Keys = """
        import, sensor, source_high, source_low, country, asn, protocol, port, unit, class, fingerprint,
        origin, target_kind, research, sector, organisation, tag
        """;

    internal static long Apply(DuckConnection connection, DuckDbStoreOptions options, DateTimeOffset now, CancellationToken cancel)
    {
        long removed = 0;
        foreach (var (sensor, last) in Latest(connection, cancel))
        {
            var at = Math.Min(Span.Micros(now), last);
            // Whole days, so that no hour is half thinned out.
            var today = Span.Floor(at, Span.Day);
            removed += Forget(connection, sensor, Span.Floor(Span.Micros(Span.Time(at).AddYears(-options.YearsKept)), Span.Day), cancel);
            removed += Thin(connection, sensor, from: 5, to: 60, before: today - (FiveMinuteDays * Span.Day), cancel);
            removed += Thin(connection, sensor, from: 1, to: 60, before: today - (FiveMinuteDays * Span.Day), cancel);
            removed += Thin(connection, sensor, from: 1, to: 5, before: today - (MinuteDays * Span.Day), cancel);
        }

        if (removed > 0) connection.Execute("CHECKPOINT", cancel);
        return removed;
    }

    private static List<(ushort Sensor, long Last)> Latest(DuckConnection connection, CancellationToken cancel)
    {
        var latest = new List<(ushort, long)>();
        using var result = connection.Query("SELECT sensor, epoch_us(max(last)) FROM held GROUP BY sensor ORDER BY sensor", [], cancel);
        while (result.Next())
        {
            for (var i = 0; i < result.Rows; i++) latest.Add((result.Column(0).Values<ushort>()[i], result.Column(1).Values<long>()[i]));
        }

        return latest;
    }

    private static long Forget(DuckConnection connection, ushort sensor, long before, CancellationToken cancel)
    {
        if (before <= 0) return 0;
        using var transaction = connection.Begin();
        var old = $"sensor = {sensor} AND minute < {Text(before)}";
        var removed = connection.Execute($"DELETE FROM detail WHERE {old}", cancel);
        foreach (var table in (string[])["overview", "network", "port", "target", "day_source"])
            removed += connection.Execute($"DELETE FROM {table} WHERE {old}", cancel);
        foreach (var table in (string[])["busy_source", "busy_day"]) connection.Execute($"DELETE FROM {table} WHERE {old}", cancel);
        HostWriter.Forget(connection, sensor, before, cancel);
        connection.Execute($"DELETE FROM held WHERE sensor = {sensor} AND day < {Text(before)}", cancel);
        transaction.Commit();
        return removed;
    }

    private static long Thin(DuckConnection connection, ushort sensor, int from, int to, long before, CancellationToken cancel)
    {
        long removed = 0;
        foreach (var day in Days(connection, sensor, from, before, cancel)) removed += ThinDay(connection, sensor, from, to, day, cancel);
        if (before <= 0) return removed;
        using var transaction = connection.Begin();
        removed += connection.Execute($"DELETE FROM overview WHERE sensor = {sensor} AND width = {from} AND minute < {Text(before)}", cancel);
        connection.Execute($"INSERT INTO sensor_resolution VALUES ({sensor}, {from}, {Text(before)}) ON CONFLICT (sensor, width) DO UPDATE SET since = greatest(sensor_resolution.since, excluded.since)", cancel);
        transaction.Commit();
        return removed;
    }

    // A day at a time, so that memory and the undo space stay bounded however much has aged.
    private static long ThinDay(DuckConnection connection, ushort sensor, int from, int to, long day, CancellationToken cancel)
    {
        var span = $"sensor = {sensor} AND {new Span(day, day + Span.Day).Sql()}";
        using var transaction = connection.Begin();
        connection.Execute(
            $"""
            CREATE OR REPLACE TEMP TABLE thinned AS
            SELECT import, sensor, {to}::USMALLINT AS width, time_bucket(INTERVAL '{to} minutes', minute, TIMESTAMP '1970-01-01') AS minute,
                source_high, source_low, country, asn, protocol, port, unit, class, fingerprint, origin, target_kind, research,
                sector, organisation, tag, sum(events)::UBIGINT AS events, sum(packets)::UBIGINT AS packets, sum(bytes)::UBIGINT AS bytes, max(targets) AS targets
            FROM detail WHERE width = {from} AND {span}
            GROUP BY {Keys}, time_bucket(INTERVAL '{to} minutes', minute, TIMESTAMP '1970-01-01')
            """,
            cancel);
        var deleted = connection.Execute($"DELETE FROM detail WHERE width = {from} AND {span}", cancel);
        var inserted = connection.Execute("INSERT INTO detail SELECT * FROM thinned ORDER BY minute, country, asn", cancel);
        connection.Execute("DROP TABLE thinned", cancel);
        transaction.Commit();
        return deleted - inserted;
    }

    private static List<long> Days(DuckConnection connection, ushort sensor, int width, long before, CancellationToken cancel)
    {
        var days = new List<long>();
        if (before <= 0) return days;
        using var result = connection.Query($"SELECT DISTINCT epoch_us(minute) // {Span.Day} FROM detail WHERE sensor = {sensor} AND width = {width} AND minute < {Text(before)} ORDER BY 1", [], cancel);
        while (result.Next())
        {
            foreach (var day in result.Column(0).Values<long>()) days.Add(day * Span.Day);
        }

        return days;
    }

    private static string Text(long micros) => string.Create(CultureInfo.InvariantCulture, $"make_timestamp({micros})");
}
