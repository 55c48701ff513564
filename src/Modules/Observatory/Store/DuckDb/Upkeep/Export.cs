using Noroshi.Observatory.Domain;

namespace Noroshi.Observatory.Store.DuckDb;

/// <summary>Writes the rows of a view to a file, streamed by the engine.</summary>
internal static class Export
{
    private const string Address = """
        CASE WHEN source_high = 0 AND source_low >> 32 = 65535
             THEN concat_ws('.', (source_low >> 24) & 255, (source_low >> 16) & 255, (source_low >> 8) & 255, source_low & 255)
             ELSE address6(source_high, source_low) END
        """;

    // RFC 5952: the first longest run of two or more zero groups becomes "::".
    private static readonly string[] Macros =
    [
        "CREATE OR REPLACE TEMP MACRO group6(h, s) AS to_hex((h >> s) & 65535)",
        """
        CREATE OR REPLACE TEMP MACRO groups6(h, l) AS lower(concat(':', concat_ws(':',
            group6(h, 48), group6(h, 32), group6(h, 16), group6(h, 0), group6(l, 48), group6(l, 32), group6(l, 16), group6(l, 0)), ':'))
        """,
        "CREATE OR REPLACE TEMP MACRO shorten6(t) AS CASE "
            + string.Concat(Enumerable.Range(2, 7).Reverse().Select(n => $"WHEN contains(t, '{Zeros(n)}') THEN regexp_replace(t, '{Zeros(n)}', '::') "))
            + "ELSE t END",
        """
        CREATE OR REPLACE TEMP MACRO trim6(t) AS CASE WHEN t = '::' THEN t
            ELSE regexp_replace(regexp_replace(t, '^:([^:])', '\1'), '([^:]):$', '\1') END
        """,
        "CREATE OR REPLACE TEMP MACRO address6(h, l) AS trim6(shorten6(groups6(h, l)))",
    ];

    internal static long Write(Reading reading, ObservationFilter filter, string format, string path)
    {
        var csv = format switch
        {
            "csv" => true,
            "parquet" => false,
            _ => throw new ArgumentException($"'{format}' is not a format; use csv or parquet.", nameof(format)),
        };
        foreach (var macro in Macros)
        {
            using var made = reading.Query(macro);
            made.Next();
        }

        return NewFile.Write(path, partial =>
        {
            var options = csv ? "FORMAT csv, HEADER" : "FORMAT parquet, COMPRESSION zstd";
            using var result = reading.Query($"COPY ({Select(reading, filter, csv)}) TO {NewFile.Literal(partial)} ({options})");
            return result.Next() ? result.Column(0).Values<long>()[0] : 0;
        });
    }

    private static string Select(Reading reading, ObservationFilter filter, bool csv)
    {
        var where = FilterSql.Where(filter, reading.Sensors);
        return $"""
            SELECT strftime(minute, '%Y-%m-%dT%H:%M:%SZ') AS time, width AS minutes, {Text("s.name", csv)} AS sensor, {Address} AS source,
                CASE WHEN country = 0 THEN '' ELSE chr((country >> 8)::INTEGER) || chr((country & 255)::INTEGER) END AS country, asn,
                protocol, port, {Name<CountingUnit>("unit")} AS unit, {Name<TrafficClass>("class")} AS class, {Name<Fingerprint>("fingerprint")} AS fingerprint,
                {Name<Origin>("origin")} AS origin, {Name<TargetKind>("target_kind")} AS target_kind, sector, organisation, research,
                {Text("coalesce(t.name, '')", csv)} AS tag, events, packets, bytes, targets
            FROM (SELECT * FROM detail WHERE {Span.Of(filter.From, filter.To).Sql()} AND {where}) d
            JOIN sensor s ON s.id = d.sensor LEFT JOIN tag t ON t.id = d.tag
            ORDER BY minute, source_high, source_low, protocol, port
            """;
    }

    private static string Zeros(int groups) => string.Concat(Enumerable.Repeat(":0", groups)) + ":";

    private static string Name<T>(string column)
        where T : struct, Enum =>
        $"CASE {column} {string.Concat(Enum.GetValues<T>().Select(value => $"WHEN {Convert.ToByte(value, null)} THEN '{value.ToString().ToLowerInvariant()}' "))}ELSE {column}::VARCHAR END";

    // A spreadsheet runs a cell that begins like a formula; a quote before it makes it text.
    private static string Text(string value, bool csv) =>
        csv ? $"CASE WHEN regexp_matches({value}, '^[-=+@\\t\\r\\n]') THEN '''' || {value} ELSE {value} END" : value;
}
