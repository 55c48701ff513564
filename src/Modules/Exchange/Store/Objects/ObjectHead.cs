using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Noroshi.Exchange.Sharing;
using Noroshi.Stix;

namespace Noroshi.Exchange.Store;

/// <summary>What the store has to know of an object, read once from its bytes; the bytes themselves are kept as they came.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Type">Its type.</param>
/// <param name="Spec">The version of STIX it is written in: 2.0 or 2.1.</param>
/// <param name="Version">Order key of <c>modified</c>, else of <c>created</c>; empty for what has neither.</param>
/// <param name="Shown">The version as it is written in the object; empty for what has none.</param>
/// <param name="Label">What a person would search for: name, value or pattern.</param>
/// <param name="Digest">SHA-256 of the bytes, hexadecimal.</param>
/// <param name="Content">The bytes.</param>
internal sealed record ObjectHead(string Id, string Type, string Spec, string Version, string Shown, string Label, string Digest, ReadOnlyMemory<byte> Content)
{
    /// <summary>Identifiers that it points at, with the property that does.</summary>
    public IReadOnlyList<(string Name, string Target)> References { get; init; } = [];

    private const int LongestId = 300;
    private const int LongestLabel = 400;
    private static readonly string[] _once = ["type", "id", "spec_version", "created", "modified", "object_marking_refs", "granular_markings"];
    private static readonly string[] _labels = ["name", "value", "pattern", "key", "path", "subject", "user_id", "display_name", "relationship_type", "abstract", "opinion", "number"];
    private static readonly string[] _pointers = ["source_ref", "target_ref", "sighting_of_ref", "where_sighted_refs", "observed_data_refs", "object_refs", "object_ref"];

    /// <summary>Reads an object; null when it cannot be kept, and then why.</summary>
    public static ObjectHead? Read(ReadOnlyMemory<byte> json, out string problem, out string id)
    {
        id = "";
        StixObject item;
        try
        {
            item = StixObject.Parse(json.Span);
        }
        catch (StixFormatException wrong)
        {
            problem = wrong.Message;
            return null;
        }

        using (item)
        {
            if (item.Json.ValueKind != JsonValueKind.Object)
            {
                problem = "A STIX object is expected here.";
                return null;
            }

            if (!item.IsUnicode)
            {
                problem = "It holds text that is not Unicode.";
                return null;
            }

            id = item.Id;
            return Read(item.Json, json, out problem);
        }
    }

    /// <summary>A version as it is said to others: as the object writes it, else the time at which it was first kept.</summary>
    public static string ShownOf(string shown, string version)
    {
        if (shown.Length > 0) return shown;
        var point = version.IndexOf('.', StringComparison.Ordinal);
        return point < 0 ? version : version[..(point + 1)] + version[(point + 1)..].PadRight(6, '0') + "Z";
    }

    /// <summary>The order key of a time: fixed in width before the fraction, whose zeros at the end say nothing.</summary>
    public static string? KeyOf(string time) => StixInstant.TryParse(time, out var instant)
        ? DateTimeOffset.FromUnixTimeSeconds(instant.Seconds).ToString("yyyy-MM-ddTHH:mm:ss", System.Globalization.CultureInfo.InvariantCulture) + "." + instant.Attoseconds.ToString("D18", System.Globalization.CultureInfo.InvariantCulture).TrimEnd('0')
        : null;

    private static ObjectHead? Read(JsonElement item, ReadOnlyMemory<byte> json, out string problem)
    {
        var seen = 0;
        foreach (var member in item.EnumerateObject())
        {
            var at = Array.FindIndex(_once, name => member.NameEquals(name));
            if (at < 0) continue;
            if ((seen & (1 << at)) != 0)
            {
                problem = $"'{_once[at]}' is there twice.";
                return null;
            }

            seen |= 1 << at;
        }

        var (id, type) = (Text(item, "id"), Text(item, "type"));
        if (!IsId(id) || !id.StartsWith(type + "--", StringComparison.Ordinal) || type is "" or "bundle")
        {
            problem = type is "bundle" ? "A bundle cannot be added; send its objects." : "It needs an id of the form type--uuid, and a type that agrees with it.";
            return null;
        }

        var (created, modified) = (Text(item, "created"), Text(item, "modified"));
        var shown = modified.Length > 0 ? modified : created;
        if ((Has(item, "modified") && KeyOf(modified) is null) || (Has(item, "created") && KeyOf(created) is null))
        {
            problem = "'created' and 'modified' are times like 2026-01-31T12:00:00.000Z.";
            return null;
        }

        // A cyber-observable need not say its version of STIX, and STIX 2.0 had no such property: what has a time of creation and none is 2.0.
        var spec = Text(item, "spec_version") is { Length: > 0 } said ? said : created.Length > 0 ? "2.0" : "2.1";
        if (spec is not ("2.0" or "2.1"))
        {
            problem = $"STIX {(spec.Length > 10 ? spec[..10] : spec)} is not known here; send 2.1 or 2.0.";
            return null;
        }

        if (MarkedParts.Read(item, MarkingBook.Fixed) is null)
        {
            problem = "'object_marking_refs' or 'granular_markings' is not what the specification says, so nobody can tell how it is marked.";
            return null;
        }

        problem = "";
        return new ObjectHead(id, type, spec, shown.Length == 0 ? "" : KeyOf(shown)!, shown, LabelOf(item), Convert.ToHexStringLower(SHA256.HashData(json.Span)), json) { References = ReferencesOf(item) };
    }

    /// <summary>Whether a text can be the identifier of an object.</summary>
    public static bool IsId(string id) =>
        id.Length <= LongestId && id.IndexOf("--", StringComparison.Ordinal) is var at and > 0
        && Guid.TryParseExact(id.AsSpan(at + 2), "D", out _) && id.AsSpan(0, at).IndexOfAnyExceptInRange('-', 'z') < 0 && id.All(one => one is (>= 'a' and <= 'z') or (>= 'A' and <= 'F') or (>= '0' and <= '9') or '-');

    private static bool Has(JsonElement item, string name) => item.TryGetProperty(name, out _);

    private static string Text(JsonElement item, string name) => item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static string LabelOf(JsonElement item)
    {
        var label = new StringBuilder();
        foreach (var name in _labels)
        {
            if (Text(item, name) is not { Length: > 0 } text) continue;
            if (label.Length > 0) label.Append(" · ");
            label.Append(text, 0, Math.Min(text.Length, LongestLabel));
            if (label.Length >= LongestLabel) break;
        }

        var whole = label.ToString().Replace('\0', ' ');
        if (whole.Length <= LongestLabel) return whole;
        return whole[..(char.IsHighSurrogate(whole[LongestLabel - 1]) ? LongestLabel - 1 : LongestLabel)];
    }

    private static List<(string Name, string Target)> ReferencesOf(JsonElement item)
    {
        List<(string, string)> found = [];
        foreach (var name in _pointers)
        {
            if (!item.TryGetProperty(name, out var value)) continue;
            if (value.ValueKind == JsonValueKind.String && IsId(value.GetString()!)) found.Add((name, value.GetString()!));
            if (value.ValueKind != JsonValueKind.Array) continue;
            foreach (var one in value.EnumerateArray())
            {
                if (one.ValueKind == JsonValueKind.String && IsId(one.GetString()!)) found.Add((name, one.GetString()!));
            }
        }

        return [.. found.Distinct()];
    }
}
