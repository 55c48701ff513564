using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Noroshi.Observatory.Core;

namespace Noroshi.Observatory.Features;

/// <summary>Writes a summary as one JSON object.</summary>
internal static class SummariseJson
{
    public static void Write(TextWriter output, SummariseRun run)
    {
        using var buffer = new MemoryStream();
        // Keys hold + and /; the output is a document of its own, not a part of a page.
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteNumber("events", run.Events);
            if (run.Request.CountOnly) WriteDistinct(json, run);
            WriteHead(json, run);
            if (!run.Request.CountOnly) WriteGroups(json, run);
            json.WriteEndObject();
        }

        output.WriteLine(System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }

    private static void WriteHead(Utf8JsonWriter json, SummariseRun run)
    {
        json.WriteStartObject("units");
        foreach (var (unit, count) in run.Units) json.WriteNumber(JsonNamingPolicy.CamelCase.ConvertName(unit.ToString()), count);
        json.WriteEndObject();
        if (run.From is { } from) json.WriteString("from", Time(from));
        if (run.To is { } to) json.WriteString("to", Time(to));
        json.WriteStartArray("rejected");
        foreach (var (reason, met) in run.Rejected)
        {
            json.WriteStartObject();
            json.WriteString("reason", reason);
            json.WriteNumber("count", met.Count);
            json.WriteString("first", met.First);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (run.Skipped.Count > 0)
        {
            json.WriteStartArray("skipped");
            foreach (var (kind, met) in run.Skipped)
            {
                json.WriteStartObject();
                json.WriteString("kind", kind);
                json.WriteNumber("count", met.Count);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        if (run.Units.ContainsKey(Domain.CountingUnit.Packet))
        {
            var (mirai, zmap, masscan) = run.FingerprintPackets;
            json.WriteStartObject("fingerprintPackets");
            json.WriteNumber("mirai", mirai);
            json.WriteNumber("zmap", zmap);
            json.WriteNumber("masscan", masscan);
            json.WriteEndObject();
        }

        if (run.Geography is { } geography) json.WriteString("geo", geography.Version);
        if (run.Unreadable.Count == 0) return;
        json.WriteStartArray("unreadable");
        foreach (var (file, problem) in run.Unreadable)
        {
            json.WriteStartObject();
            json.WriteString("file", file);
            json.WriteString("problem", problem);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteDistinct(Utf8JsonWriter json, SummariseRun run)
    {
        var distinct = run.Distinct();
        if (distinct.Count == 1)
        {
            json.WriteNumber("distinct", distinct[0].Distinct);
            return;
        }

        json.WriteStartObject("distinct");
        foreach (var (grouping, count) in distinct) json.WriteNumber(grouping.Name, count);
        json.WriteEndObject();
    }

    private static void WriteGroups(Utf8JsonWriter json, SummariseRun run)
    {
        json.WriteStartObject("groups");
        foreach (var (grouping, rows) in run.Groups())
        {
            json.WriteStartArray(grouping.Name);
            foreach (var row in rows) WriteRow(json, row, run.Units.Count > 1);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteRow(Utf8JsonWriter json, SummaryRow row, bool withUnit)
    {
        json.WriteStartObject();
        json.WriteString("key", row.Key);
        if (withUnit) json.WriteString("unit", JsonNamingPolicy.CamelCase.ConvertName(row.Unit.ToString()));
        json.WriteNumber("events", row.Events);
        json.WriteNumber("sources", row.Sources);
        json.WriteEndObject();
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);
}
