using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace Noroshi.Exchange.Misp;

/// <summary>What the core format says about the members that the mapping relies on. Others may be there and are carried along.</summary>
internal static class MispShape
{
    private const string Table = """
        Event: uuid=uuid info=text date=date timestamp=time publish_timestamp=time published=flag distribution=small threat_level_id=small analysis=small Org=Org Orgc=Org SharingGroup=any Attribute=*Attribute Object=*Object Tag=*Tag Galaxy=*Galaxy EventReport=*EventReport
        Attribute: uuid=uuid type!=word value!=scalar category=text to_ids=flag timestamp=time comment=text object_relation=text distribution=small disable_correlation=flag deleted=flag first_seen=scalar last_seen=scalar data=text Tag=*Tag Galaxy=*Galaxy Sighting=*Sighting
        Object: uuid=uuid name!=word meta-category=text description=text template_uuid=uuid timestamp=time comment=text distribution=small deleted=flag first_seen=scalar last_seen=scalar Attribute=*Attribute ObjectReference=*ObjectReference
        ObjectReference: uuid=uuid object_uuid=uuid referenced_uuid=uuid relationship_type=text timestamp=time
        Tag: name!=text colour=text
        Galaxy: uuid=uuid name=text type=text description=text GalaxyCluster=*GalaxyCluster
        GalaxyCluster: uuid=uuid type=text value=text description=text tag_name=text meta=any
        Org: uuid=uuid name=text
        Sighting: uuid=uuid type=small date_sighting=time source=text
        EventReport: uuid=uuid name=text content=text timestamp=time
        """;

    private static readonly FrozenDictionary<string, FrozenDictionary<string, (string Kind, bool Required)>> _shapes = Table.Split('\n').Select(line => line.Trim().Split(": ")).ToFrozenDictionary(
        parts => parts[0],
        parts => parts[1].Split(' ').Select(word => word.Split('=')).ToFrozenDictionary(word => word[0].TrimEnd('!'), word => (word[1], word[0].EndsWith('!')), StringComparer.Ordinal),
        StringComparer.Ordinal);

    /// <summary>Holds an object against its shape.</summary>
    /// <exception cref="MispFormatException">It does not fit.</exception>
    public static void Check(string shape, JsonElement item, string pointer)
    {
        if (item.ValueKind != JsonValueKind.Object) throw new MispFormatException(pointer, $"{Named(item)} stands where an object ({shape}) is expected.");
        var known = _shapes[shape];
        foreach (var member in item.EnumerateObject())
        {
            if (known.TryGetValue(member.Name, out var rule)) CheckMember(rule.Kind, member.Value, MispPointer.Member(pointer, member.Name), rule.Required);
        }

        foreach (var (name, rule) in known)
        {
            if (rule.Required && !item.TryGetProperty(name, out _)) throw new MispFormatException(pointer, $"'{name}' is missing; every {shape} has one.");
        }
    }

    private static void CheckMember(string kind, JsonElement value, string pointer, bool required)
    {
        // MISP writes null for what it does not know.
        if (value.ValueKind == JsonValueKind.Null && !required) return;
        if (kind[0] == '*')
        {
            if (value.ValueKind != JsonValueKind.Array) throw new MispFormatException(pointer, $"{Named(value)} stands where a list is expected.");
            foreach (var (item, index) in value.EnumerateArray().Select((item, index) => (item, index))) Check(kind[1..], item, MispPointer.Item(pointer, index));
            return;
        }

        if (_shapes.ContainsKey(kind))
        {
            Check(kind, value, pointer);
            return;
        }

        if (!Fits(kind, value)) throw new MispFormatException(pointer, $"{Named(value)} stands where {Expected(kind)} is expected.");
    }

    private static bool Fits(string kind, JsonElement value)
    {
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : null;
        return kind switch
        {
            "any" => true,
            "text" => text is not null,
            "word" => text is { Length: > 0 and <= 200 },
            "scalar" => value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False,
            "uuid" => text is "" || (text is not null && Guid.TryParseExact(text, "D", out _)),
            "flag" => value.ValueKind is JsonValueKind.True or JsonValueKind.False || text is "0" or "1" or "true" or "false" or "" || (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number is 0 or 1),
            "small" => (text is not null ? text.Length == 0 || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var small) && small < 1000) : value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var plain) && plain is >= 0 and < 1000),
            "time" => text is "" || MispTime.TryRead(value, out _),
            _ => text is not null && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        };
    }

    private static string Expected(string kind) => kind switch
    {
        "text" or "word" => "a text",
        "scalar" => "a text or a number",
        "uuid" => "a UUID such as 5f8b0c0e-0000-4000-8000-000000000001",
        "flag" => "true or false",
        "small" => "a small whole number",
        "time" => "a time in seconds since 1970",
        _ => "a date such as 2026-11-28",
    };

    private static string Named(JsonElement value)
    {
        var raw = value.GetRawText();
        return (raw.Length <= 60 ? raw : raw[..60] + "…").ReplaceLineEndings(" ");
    }
}
