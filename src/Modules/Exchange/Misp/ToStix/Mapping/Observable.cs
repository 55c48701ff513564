using System.Text.Json;
using System.Text.Json.Nodes;
using Noroshi.Stix;

namespace Noroshi.Exchange.Misp;

/// <summary>Makes cyber-observables with the identifiers of section 2.9, and the texts of patterns.</summary>
internal static class Observable
{
    /// <summary>An observable; where nothing contributes to its identifier the seed does.</summary>
    public static JsonObject Of(string type, string seed, params ReadOnlySpan<(string Name, JsonNode? Value)> properties)
    {
        var item = new JsonObject { ["type"] = type, ["spec_version"] = "2.1", ["id"] = "" };
        foreach (var (name, value) in properties) item[name] = value;
        return Identified(item, seed);
    }

    /// <summary>Gives an observable its identifier once all its properties are there.</summary>
    public static JsonObject Identified(JsonObject item, string seed)
    {
        var type = item["type"]!.GetValue<string>();
        item["id"] = ScoId.Of(JsonSerializer.SerializeToElement(item)) ?? StableId.Drawn(type, seed);
        return item;
    }

    /// <summary>An address of either version; null when it is none.</summary>
    public static JsonObject? Address(string value, string seed) =>
        System.Net.IPAddress.TryParse(value.Split('/')[0], out var address) ? Of(address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork ? "ipv4-addr" : "ipv6-addr", seed, ("value", value)) : null;

    /// <summary>A registry key with its hive in full, as STIX asks.</summary>
    public static string Hive(string key)
    {
        var end = key.IndexOf('\\', StringComparison.Ordinal) is var at && at < 0 ? key.Length : at;
        var hive = key[..end].ToUpperInvariant() switch { "HKLM" => "HKEY_LOCAL_MACHINE", "HKCU" => "HKEY_CURRENT_USER", "HKCR" => "HKEY_CLASSES_ROOT", "HKU" => "HKEY_USERS", "HKCC" => "HKEY_CURRENT_CONFIG", _ => key[..end] };
        return hive + key[end..];
    }

    /// <summary>The identifier of an object.</summary>
    public static string Id(JsonObject item) => item["id"]!.GetValue<string>();

    /// <summary>A text as a constant of a pattern.</summary>
    public static string Quoted(string text) => "'" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal) + "'";
}
