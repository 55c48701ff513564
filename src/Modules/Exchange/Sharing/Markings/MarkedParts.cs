using System.Text.Json;

namespace Noroshi.Exchange.Sharing;

/// <summary>The markings of an object: on the whole, and on parts of it (STIX 2.1, section 7.2).</summary>
/// <param name="Whole">From <c>object_marking_refs</c>.</param>
/// <param name="Parts">From <c>granular_markings</c>: a marking and the selectors that it covers. Languages are left out: they ask nothing.</param>
internal sealed record MarkedParts(MarkingSet Whole, IReadOnlyList<(Marking Marking, IReadOnlyList<string> Selectors)> Parts)
{
    /// <summary>Reads both lists; null when they are not what the specification says, so that nobody can tell how the object is marked.</summary>
    public static MarkedParts? Read(JsonElement item, MarkingBook book)
    {
        try
        {
            var (whole, parts) = (new MarkingSet(), new List<(Marking, IReadOnlyList<string>)>());
            var (refs, granular) = (0, 0);
            foreach (var member in item.EnumerateObject())
            {
                // A second list of the same name would be read by some and passed over by others.
                if (member.NameEquals("object_marking_refs"u8))
                {
                    if (refs++ > 0 || member.Value.ValueKind != JsonValueKind.Array) return null;
                    foreach (var id in member.Value.EnumerateArray())
                    {
                        if (id.ValueKind != JsonValueKind.String) return null;
                        whole = whole.With(book.Find(id.GetString()!));
                    }
                }
                else if (member.NameEquals("granular_markings"u8))
                {
                    if (granular++ > 0 || member.Value.ValueKind != JsonValueKind.Array || !ReadParts(member.Value, book, parts)) return null;
                }
            }

            return new MarkedParts(whole, parts);
        }
        catch (InvalidOperationException)
        {
            // A name or an identifier that is not Unicode.
            return null;
        }
    }

    private static bool ReadParts(JsonElement list, MarkingBook book, List<(Marking, IReadOnlyList<string>)> parts)
    {
        foreach (var entry in list.EnumerateArray())
        {
            if (entry.ValueKind != JsonValueKind.Object || !entry.TryGetProperty("selectors"u8, out var selectors) || selectors.ValueKind != JsonValueKind.Array) return false;
            if (!entry.TryGetProperty("marking_ref"u8, out var id))
            {
                if (!entry.TryGetProperty("lang"u8, out _)) return false;
                continue;
            }

            if (id.ValueKind != JsonValueKind.String || selectors.EnumerateArray().Any(selector => selector.ValueKind != JsonValueKind.String)) return false;
            parts.Add((book.Find(id.GetString()!), [.. selectors.EnumerateArray().Select(selector => selector.GetString()!)]));
        }

        return true;
    }
}
