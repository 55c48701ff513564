using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Noroshi.Observatory.Domain;

namespace Noroshi.Observatory.Features;

/// <summary>Writes the overview's figures as one JSON object; unknown keys are empty strings.</summary>
internal static class FiguresJson
{
    internal static void Write(TextWriter output, Figures figures)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("from", figures.Filter.From.UtcDateTime);
            json.WriteString("to", figures.Filter.To.UtcDateTime);
            json.WriteString("unit", Name(figures.Filter.Unit));
            json.WriteBoolean("includeResearch", figures.Filter.IncludeResearch);
            WriteTotals(json, figures.Totals);
            json.WriteStartArray("series");
            foreach (var point in figures.Series) WritePoint(json, point);
            json.WriteEndArray();
            json.WriteStartObject("top");
            foreach (var by in Figures.Tables)
            {
                json.WriteStartArray(Name(by));
                foreach (var row in figures.Top[by]) WriteRow(json, row);
                json.WriteEndArray();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }

    private static void WriteTotals(Utf8JsonWriter json, Totals totals)
    {
        json.WriteStartObject("totals");
        json.WriteNumber("events", totals.Events);
        json.WriteNumber("sources", totals.Sources);
        json.WriteBoolean("sourcesAreEstimated", totals.SourcesAreEstimated);
        json.WriteNumber("researchEvents", totals.ResearchEvents);
        json.WriteNumber("backscatterEvents", totals.BackscatterEvents);
        json.WriteStartObject("byUnit");
        foreach (var (unit, events) in totals.ByUnit) json.WriteNumber(Name(unit), events);
        json.WriteEndObject();
        json.WriteStartArray("sensors");
        foreach (var sensor in totals.Sensors) json.WriteStringValue(sensor);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WritePoint(Utf8JsonWriter json, SeriesPoint point)
    {
        json.WriteStartObject();
        json.WriteString("at", point.At.UtcDateTime);
        json.WriteString("origin", Name(point.Origin));
        json.WriteString("targetKind", Name(point.TargetKind));
        json.WriteNumber("events", point.Events);
        json.WriteNumber("sources", point.Sources);
        json.WriteEndObject();
    }

    private static void WriteRow(Utf8JsonWriter json, TopRow row)
    {
        json.WriteStartObject();
        json.WriteString("key", row.Key);
        json.WriteNumber("events", row.Events);
        json.WriteNumber("sources", row.Sources);
        json.WriteBoolean("sourcesAreEstimated", row.SourcesAreEstimated);
        json.WriteNumber("rank", row.Rank);
        if (row.PreviousRank is { } rank) json.WriteNumber("previousRank", rank);
        else json.WriteNull("previousRank");
        if (row.PreviousEvents is { } events) json.WriteNumber("previousEvents", events);
        else json.WriteNull("previousEvents");
        json.WriteString("first", row.First.UtcDateTime);
        json.WriteString("last", row.Last.UtcDateTime);
        json.WriteEndObject();
    }

    private static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
