using System.Text;
using System.Text.Json;

namespace Noroshi.Stix;

/// <summary>The pattern of an indicator: its grammar, and the names of types and properties in it.</summary>
internal static class IndicatorRules
{
    public static void Check(JsonElement item, Reporter reporter)
    {
        if (!item.TryGetProperty("pattern"u8, out var value) || !JsonBytes.TryGetString(value, out var text)) return;
        // Before 2.1 every pattern was a STIX pattern.
        if (item.TryGetProperty("pattern_type"u8, out var kind) && !(kind.ValueKind == JsonValueKind.String && kind.ValueEquals("stix"u8))) return;
        reporter.Enter("pattern");
        if (!StixPattern.TryParse(text, out var pattern, out var error)) reporter.Error("pattern", $"At character {error.Position}: {error.Message}");
        else CheckNames(pattern, reporter);
        reporter.Leave();
    }

    private static void CheckNames(StixPattern pattern, Reporter reporter)
    {
        foreach (var (type, property) in pattern.Paths)
        {
            if (TypeTable.Find(type)?.Find(property) is not null) continue;
            if (TypeTable.Find(type) is null && !Formats.IsTypeName(Encoding.UTF8.GetBytes(type))) reporter.Error("type-name", $"'{type}' is no name for a type: 3 to 250 of a–z, 0–9 and single hyphens.");
            if (!Formats.IsPropertyName(Encoding.UTF8.GetBytes(property))) reporter.Error("property-name", $"'{property}' is no name for a property: 3 to 250 of a–z, 0–9 and underscore.");
        }

        if (pattern.ImpossibleTimestamp is { } instant) reporter.Warn("timestamp", $"The pattern compares with {instant}, a day that its month does not have; nothing will match it.");
    }
}
