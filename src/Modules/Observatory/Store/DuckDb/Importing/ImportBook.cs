using System.Text.Json;
using Noroshi.DuckDb;
using Noroshi.Observatory.Domain;

namespace Noroshi.Observatory.Store.DuckDb;

/// <summary>The record of what was imported.</summary>
internal static class ImportBook
{
    private const string Select = """
        SELECT i.id, s.name, i.name, i.sha256, i.geo_version, i.committed, i.first, i.last, i.events, i.rows, i.rejected
        FROM import i JOIN sensor s ON s.id = i.sensor
        """;

    internal static ImportRecord? Find(DuckConnection connection, string sensor, ReadOnlyMemory<byte> sha256, CancellationToken cancel)
    {
        using var result = connection.Query($"{Select} WHERE s.name = ? AND i.sha256 = ?", [sensor, sha256.ToArray()], cancel);
        return result.Next() ? Read(result, 0) : null;
    }

    internal static List<ImportRecord> List(DuckConnection connection, IReadOnlyList<string>? sensors, int limit, CancellationToken cancel)
    {
        List<object?> parameters = [.. sensors ?? []];
        if (sensors is { Count: 0 }) return [];
        var where = sensors is null ? "" : $"WHERE s.name IN ({string.Join(',', sensors.Select(_ => "?"))})";
        parameters.Add(Math.Clamp(limit, 0, 100_000));
        var records = new List<ImportRecord>();
        using var result = connection.Query($"{Select} {where} ORDER BY i.id DESC LIMIT ?", parameters, cancel);
        while (result.Next())
        {
            for (var i = 0; i < result.Rows; i++) records.Add(Read(result, i));
        }

        return records;
    }

    internal static ImportRecord Add(
        DuckConnection connection, uint id, ushort sensor, ImportSource source, DateTimeOffset at, (long First, long Last)? extent, long events, long rows, IReadOnlyDictionary<string, long> rejected)
    {
        var committed = Time(Micros(at));
        connection.Execute(
            "INSERT INTO import VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                id, sensor, source.Name, source.ContentSha256, source.GeoVersion, committed,
                extent is { } from ? Time(from.First) : null, extent is { } to ? Time(to.Last) : null, events, rows, JsonSerializer.Serialize(rejected),
            ]);
        connection.Execute("INSERT INTO unsettled VALUES (?)", [id]);
        var none = DateTimeOffset.UnixEpoch;
        return new ImportRecord(
            id, source.Sensor, source.Name, Convert.ToHexStringLower(source.ContentSha256), source.GeoVersion, committed,
            extent is { } first ? Time(first.First) : none, extent is { } last ? Time(last.Last) : none, events, rows, rejected);
    }

    private static ImportRecord Read(DuckResult result, int row) => new(
        result.Column(0).Values<uint>()[row],
        result.Column(1).Text(row)!,
        result.Column(2).Text(row)!,
        Convert.ToHexStringLower(result.Column(3).Bytes(row)),
        result.Column(4).Text(row)!,
        Time(result.Column(5).Values<long>()[row]),
        result.Column(6).IsNull(row) ? DateTimeOffset.UnixEpoch : Time(result.Column(6).Values<long>()[row]),
        result.Column(7).IsNull(row) ? DateTimeOffset.UnixEpoch : Time(result.Column(7).Values<long>()[row]),
        (long)result.Column(8).Values<ulong>()[row],
        (long)result.Column(9).Values<ulong>()[row],
        JsonSerializer.Deserialize<Dictionary<string, long>>(result.Column(10).Bytes(row)) ?? []);

    private static long Micros(DateTimeOffset at) => (at - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;

    private static DateTimeOffset Time(long micros) => DateTimeOffset.UnixEpoch.AddTicks(micros * TimeSpan.TicksPerMicrosecond);
}
