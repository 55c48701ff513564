using System.Globalization;
using Noroshi.DuckDb;

namespace Noroshi.Observatory.Store.DuckDb;

/// <summary>Lists the hosts of an import by day, and sums what views are narrowed to; within the caller's transaction.</summary>
internal static class HostWriter
{
    private const string Facets = "sensor, unit, class, fingerprint, origin, target_kind, research";
    private const string Host = "country, asn, source_high, source_low";

    /// <summary>Lists of hosts, and what orders their rows before the network and the source.</summary>
    internal static readonly IReadOnlyList<(string Table, string By)> Lists = [("host", ""), ("host_port", "protocol, port, "), ("host_sector", "sector, ")];

    /// <summary>Sums by network and something else.</summary>
    internal static readonly IReadOnlyList<(string Table, string By)> Sums = [("port_network", "protocol, port, "), ("sector_network", "sector, ")];

    internal static void Write(DuckConnection connection, uint import, CancellationToken cancel)
    {
        var rows = string.Create(CultureInfo.InvariantCulture, $"FROM detail WHERE import = {import}");
        var where = $"{rows} AND class <> 2";
        // Ports are seldom many for a source, so everybody is told from the list by port.
        connection.Execute(
            $"CREATE OR REPLACE TEMP TABLE listed AS SELECT {DayBlocks.Block} AS block, {Facets}, protocol, port, {Host}, bit_or({DayBlocks.Day}) AS days {where} GROUP BY ALL", cancel);
        connection.Execute($"INSERT INTO host_port SELECT * FROM listed ORDER BY block, protocol, port, {Host}", cancel);
        connection.Execute($"INSERT INTO host SELECT block, {Facets}, {Host}, bit_or(days) FROM listed GROUP BY block, {Facets}, {Host} ORDER BY block, {Host}", cancel);
        connection.Execute("DROP TABLE listed", cancel);
        connection.Execute($"INSERT INTO host_sector SELECT {DayBlocks.Block} AS block, {Facets}, sector, {Host}, bit_or({DayBlocks.Day}) {where} GROUP BY ALL ORDER BY block, sector, {Host}", cancel);
        foreach (var (table, by) in Sums)
        {
            connection.Execute(
                $"""
                INSERT INTO {table} SELECT 1440::USMALLINT, time_bucket(INTERVAL '1 day', minute, TIMESTAMP '1970-01-01') AS day, {Facets}, {by}country, asn, sum(events)::UBIGINT, min(minute), max(minute)
                {rows} GROUP BY day, {Facets}, {by}country, asn ORDER BY day, {by}country, asn
                """,
                cancel);
        }

        connection.Execute($"INSERT INTO host_part SELECT DISTINCT sensor, {DayBlocks.Block}, import {rows}", cancel);
    }

    /// <summary>Makes one row of each host and block of what several imports have listed; each block is one transaction.</summary>
    internal static void Merge(DuckConnection connection, CancellationToken cancel)
    {
        foreach (var (sensor, block) in InParts(connection, cancel))
        {
            using var transaction = connection.Begin();
            var where = string.Create(CultureInfo.InvariantCulture, $"sensor = {sensor} AND block = {block}");
            foreach (var (table, by) in Lists)
            {
                var keys = $"block, {Facets}, {by}{Host}";
                Replace(connection, table, where, $"{keys}, bit_or(days)", keys, $"block, {by}{Host}", cancel);
            }

            connection.Execute($"DELETE FROM host_part WHERE {where}", cancel);
            connection.Execute(string.Create(CultureInfo.InvariantCulture, $"INSERT INTO host_part VALUES ({sensor}, {block}, 0)"), cancel);
            transaction.Commit();
        }
    }

    /// <summary>Makes one row of each key of a sensor's day; within the caller's transaction.</summary>
    internal static void MergeSums(DuckConnection connection, ushort sensor, long day, CancellationToken cancel)
    {
        var where = string.Create(CultureInfo.InvariantCulture, $"sensor = {sensor} AND minute = make_timestamp({day})");
        foreach (var (table, by) in Sums)
        {
            var keys = $"width, minute, {Facets}, {by}country, asn";
            Replace(connection, table, where, $"{keys}, sum(events)::UBIGINT, min(first), max(last)", keys, $"minute, {by}country, asn", cancel);
        }
    }

    /// <summary>Forgets a sensor's days before one; within the caller's transaction.</summary>
    internal static void Forget(DuckConnection connection, ushort sensor, long before, CancellationToken cancel)
    {
        var block = DayBlocks.Of(before);
        var kept = ~DayBlocks.Mask(new Span(block * DayBlocks.Width, before), block);
        foreach (var (table, _) in Lists)
        {
            connection.Execute(string.Create(CultureInfo.InvariantCulture, $"DELETE FROM {table} WHERE sensor = {sensor} AND (block < {block} OR (block = {block} AND days & {kept}::UINTEGER = 0))"), cancel);
            connection.Execute(string.Create(CultureInfo.InvariantCulture, $"UPDATE {table} SET days = days & {kept}::UINTEGER WHERE sensor = {sensor} AND block = {block} AND days & {~kept}::UINTEGER <> 0"), cancel);
        }

        foreach (var (table, _) in Sums) connection.Execute(string.Create(CultureInfo.InvariantCulture, $"DELETE FROM {table} WHERE sensor = {sensor} AND minute < make_timestamp({before})"), cancel);
        connection.Execute(string.Create(CultureInfo.InvariantCulture, $"DELETE FROM host_part WHERE sensor = {sensor} AND block < {block}"), cancel);
    }

    private static void Replace(DuckConnection connection, string table, string where, string columns, string keys, string order, CancellationToken cancel)
    {
        connection.Execute($"CREATE OR REPLACE TEMP TABLE merged AS SELECT {columns} FROM {table} WHERE {where} GROUP BY {keys}", cancel);
        connection.Execute($"DELETE FROM {table} WHERE {where}", cancel);
        connection.Execute($"INSERT INTO {table} SELECT * FROM merged ORDER BY {order}", cancel);
        connection.Execute("DROP TABLE merged", cancel);
    }

    private static List<(ushort Sensor, ushort Block)> InParts(DuckConnection connection, CancellationToken cancel)
    {
        var parts = new List<(ushort, ushort)>();
        using var result = connection.Query("SELECT sensor, block FROM host_part GROUP BY ALL HAVING count(*) > 1 ORDER BY ALL", [], cancel);
        while (result.Next())
        {
            for (var i = 0; i < result.Rows; i++) parts.Add((result.Column(0).Values<ushort>()[i], result.Column(1).Values<ushort>()[i]));
        }

        return parts;
    }
}
