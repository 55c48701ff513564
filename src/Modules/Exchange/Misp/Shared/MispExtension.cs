using System.Text.Json;
using System.Text.Json.Nodes;

namespace Noroshi.Exchange.Misp;

/// <summary>
/// The extension in which an object of STIX carries what it was in MISP, as text: MISP writes nulls and empty lists, which STIX forbids. It counts only as long as the object is the version that it was written with.
/// </summary>
internal static class MispExtension
{
    /// <summary>The identifier of the extension.</summary>
    public const string Id = "extension-definition--6f1c2f53-7a0e-4d0e-9e8b-3b1f0c5d2a71";

    private const string Author = "identity--0b7f5b5e-3f0a-4c9d-8a3e-61d5f0d2c4b8";
    private const string Created = "2026-11-28T00:00:00.000Z";

    private static readonly JsonSerializerOptions _json = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The objects that explain the extension, for each bundle that uses it.</summary>
    public static IEnumerable<JsonObject> Definitions() =>
    [
        new()
        {
            ["type"] = "identity", ["spec_version"] = "2.1", ["id"] = Author, ["created"] = Created, ["modified"] = Created, ["name"] = "Noroshi", ["identity_class"] = "system",
            ["object_marking_refs"] = new JsonArray(Sharing.TlpDefinitions.IdOf(Kernel.Tlp.Clear)),
        },
        new()
        {
            ["type"] = "extension-definition", ["spec_version"] = "2.1", ["id"] = Id, ["created_by_ref"] = Author, ["created"] = Created, ["modified"] = Created,
            ["name"] = "What an object was in MISP", ["description"] = "kind: event, attribute or object; json: the MISP object as text; modified: the version of the STIX object that it belongs to.",
            ["schema"] = "docs/en/reference/misp.md", ["version"] = "1.0.0", ["extension_types"] = new JsonArray("property-extension"),
            ["object_marking_refs"] = new JsonArray(Sharing.TlpDefinitions.IdOf(Kernel.Tlp.Clear)),
        },
    ];

    /// <summary>Puts it onto an object.</summary>
    public static void Put(JsonObject item, string kind, JsonNode misp) => item["extensions"] = new JsonObject
    {
        [Id] = new JsonObject { ["extension_type"] = "property-extension", ["kind"] = kind, ["json"] = misp.ToJsonString(_json), ["modified"] = item["modified"]!.GetValue<string>() },
    };

    /// <summary>What the object was in MISP; null when it carries nothing, or is another version than the one that was written.</summary>
    public static (string Kind, JsonObject Misp)? Take(JsonElement item)
    {
        if (!item.TryGetProperty("extensions"u8, out var all) || all.ValueKind != JsonValueKind.Object || !all.TryGetProperty(Id, out var own) || own.ValueKind != JsonValueKind.Object) return null;
        if (Text(own, "kind") is not { } kind || Text(own, "json") is not { } json || Text(own, "modified") is not { } modified || Text(item, "modified") != modified) return null;
        try
        {
            // Somebody else may have written it, so it is read as strictly as an input.
            var bytes = System.Text.Encoding.UTF8.GetBytes(json);
            MispScan.Check(bytes, MispLimits.Usual);
            var shape = kind switch { "event" => "Event", "attribute" => "Attribute", "object" => "Object", _ => null };
            if (shape is null) return null;
            MispShape.Check(shape, JsonElement.Parse(bytes), "");
            return (kind, JsonNode.Parse(bytes)!.AsObject());
        }
        catch (MispFormatException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement item, string name) => item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
