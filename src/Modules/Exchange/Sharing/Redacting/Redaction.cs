using System.Runtime.InteropServices;
using System.Text.Json;
using Noroshi.Stix;

namespace Noroshi.Exchange.Sharing;

/// <summary>An object without some of its parts: still a valid STIX object with its markings, or nothing.</summary>
internal static class Redaction
{
    // Without these nobody knows how to handle what is left, or takes withdrawn information for good.
    private static readonly string[] _kept = ["type", "id", "spec_version", "created", "modified", "object_marking_refs", "granular_markings", "revoked"];

    /// <summary>Takes out what selectors lead to.</summary>
    /// <returns>The rest as an object of its own, and the outermost places that went; null when one cannot be taken out.</returns>
    public static (JsonElement Object, IReadOnlyList<string> Removed)? Apply(JsonElement item, IReadOnlyCollection<string> selectors)
    {
        try
        {
            if (RemovedPlaces.Of(item, selectors) is not { } places) return null;
            var removed = places.Outermost;
            if (removed.Any(place => _kept.Contains(place.Split('.')[0], StringComparer.Ordinal))) return null;
            var bytes = Write(item, places);
            var rest = JsonElement.Parse(bytes);
            return IsBetrayed(item, rest) || !StixValidator.Validate(new MemoryStream(bytes)).IsValid ? null : (rest, removed);
        }
        catch (Exception refused) when (refused is InvalidOperationException or JsonException)
        {
            // Names that are not Unicode, or a name twice: nobody can say which of the two was meant.
            return null;
        }
    }

    // The identifier of a cyber-observable is computed from its values, so that whoever has it can try values until one fits.
    private static bool IsBetrayed(JsonElement before, JsonElement after) =>
        StixTypes.CategoryOf(before.GetProperty("type"u8).GetString()) == StixCategory.CyberObservable && ScoId.Of(before) != ScoId.Of(after);

    private static byte[] Write(JsonElement item, RemovedPlaces places)
    {
        using var output = new MemoryStream();
        using (var writer = new Utf8JsonWriter(output)) WriteValue(item, "", places, writer);
        return output.ToArray();
    }

    private static void WriteValue(JsonElement at, string place, RemovedPlaces places, Utf8JsonWriter writer)
    {
        if (place == "granular_markings")
        {
            WriteMarkings(at, places, writer);
        }
        else if (place.Length > 0 && !places.Touches(place))
        {
            // What is not touched stays as it was written, to the last digit.
            writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(at));
        }
        else if (at.ValueKind == JsonValueKind.Object)
        {
            HashSet<string> names = new(StringComparer.Ordinal);
            writer.WriteStartObject();
            foreach (var member in at.EnumerateObject())
            {
                if (!names.Add(member.Name)) throw new JsonException($"'{member.Name}' is there twice.");
                var below = SelectorPath.Below(place, member.Name);
                if (places.Contains(below) || (below == "granular_markings" && !HasMarkings(member.Value, places))) continue;
                writer.WritePropertyName(member.Name);
                WriteValue(member.Value, below, places, writer);
            }

            writer.WriteEndObject();
        }
        else
        {
            writer.WriteStartArray();
            foreach (var (value, index) in at.EnumerateArray().Select((value, index) => (value, index)))
            {
                var below = SelectorPath.Below(place, SelectorPath.Item(index));
                if (!places.Contains(below)) WriteValue(value, below, places, writer);
            }

            writer.WriteEndArray();
        }
    }

    private static bool HasMarkings(JsonElement list, RemovedPlaces places) => list.EnumerateArray().Any(entry => Kept(entry, places).Count > 0);

    private static List<string> Kept(JsonElement entry, RemovedPlaces places) => [.. entry.GetProperty("selectors"u8).EnumerateArray().Select(selector => places.Moved(selector.GetString()!)).OfType<string>()];

    // The markings of what stays follow it to where it is now; those of what went are gone with it.
    private static void WriteMarkings(JsonElement list, RemovedPlaces places, Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        foreach (var entry in list.EnumerateArray())
        {
            var kept = Kept(entry, places);
            if (kept.Count == 0) continue;
            writer.WriteStartObject();
            foreach (var member in entry.EnumerateObject())
            {
                writer.WritePropertyName(member.Name);
                if (!member.NameEquals("selectors"u8))
                {
                    writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(member.Value));
                    continue;
                }

                writer.WriteStartArray();
                foreach (var selector in kept) writer.WriteStringValue(selector);
                writer.WriteEndArray();
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
