using System.Text.Json;

namespace Noroshi.Exchange.Store;

/// <summary>Joins the markings of two forms of one version: what the second bears and the first does not is added to the first. Nothing is ever taken away.</summary>
internal static class MarkingMerge
{
    /// <summary>The first form with the markings of both; null where the second bears no other.</summary>
    /// <remarks>A marking of a part of the second form counts for the whole of the merged one: the parts need not be the same.</remarks>
    public static byte[]? Of(ReadOnlyMemory<byte> first, ReadOnlyMemory<byte> second)
    {
        using var one = JsonDocument.Parse(first);
        using var other = JsonDocument.Parse(second);
        var (whole, parts) = (Whole(one.RootElement), Parts(one.RootElement));
        var added = Whole(other.RootElement).Concat(Parts(other.RootElement).Where(id => !parts.Contains(id))).Where(id => !whole.Contains(id)).Distinct(StringComparer.Ordinal).ToList();
        if (added.Count == 0) return null;
        using var output = new MemoryStream();
        using (var writer = new Utf8JsonWriter(output))
        {
            writer.WriteStartObject();
            foreach (var member in one.RootElement.EnumerateObject())
            {
                if (member.NameEquals("object_marking_refs"u8)) continue;
                writer.WritePropertyName(member.Name);
                writer.WriteRawValue(System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(member.Value), skipInputValidation: true);
            }

            writer.WriteStartArray("object_marking_refs"u8);
            foreach (var id in whole.Concat(added)) writer.WriteStringValue(id);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return output.ToArray();
    }

    private static List<string> Whole(JsonElement item) => item.TryGetProperty("object_marking_refs"u8, out var list) && list.ValueKind == JsonValueKind.Array
        ? [.. list.EnumerateArray().Where(id => id.ValueKind == JsonValueKind.String).Select(id => id.GetString()!)]
        : [];

    private static List<string> Parts(JsonElement item) => item.TryGetProperty("granular_markings"u8, out var list) && list.ValueKind == JsonValueKind.Array
        ? [.. list.EnumerateArray().Where(entry => entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty("marking_ref"u8, out var id) && id.ValueKind == JsonValueKind.String).Select(entry => entry.GetProperty("marking_ref"u8).GetString()!)]
        : [];
}
