using System.Text.Json;

namespace Noroshi.Exchange.Misp;

/// <summary>Members of MISP and STIX objects as texts.</summary>
internal static class MispText
{
    /// <summary>A text, or a number or truth value as text; null where there is none or it is empty.</summary>
    public static string? Of(JsonElement item, string name) => item.TryGetProperty(name, out var value)
        ? value.ValueKind switch
        {
            JsonValueKind.String => value.GetString() is { Length: > 0 } text ? text : null,
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
            _ => null,
        }
        : null;

    /// <summary>True for true and 1.</summary>
    public static bool Flag(JsonElement item, string name) => Of(item, name) is "true" or "1";

    /// <summary>The items of a list; none where it is not one.</summary>
    public static IEnumerable<JsonElement> Items(JsonElement item, string name) => item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];

    /// <summary>A time in seconds; null where there is none.</summary>
    public static DateTimeOffset? Time(JsonElement item, string name) => item.TryGetProperty(name, out var value) && MispTime.TryRead(value, out var time) ? time : null;

    /// <summary>When something was seen; null where it is not said.</summary>
    public static DateTimeOffset? Seen(JsonElement item, string name) => item.TryGetProperty(name, out var value) ? MispTime.Seen(value) : null;
}
