using System.Text.Json;
using Noroshi.Exchange.Store;

namespace Noroshi.Exchange.Ui;

/// <summary>What an object is called in a list.</summary>
internal static class ObjectName
{
    private const int Longest = 120;

    /// <summary>Its name, value or pattern as far as it may be seen; its identifier where it has none.</summary>
    public static string Of(LeavingObject item)
    {
        var label = ObjectHead.Read(item.Content, out _, out _)?.Label ?? "";
        return label.Length == 0 ? item.Row.Id : label.Length <= Longest ? label : label[..Longest] + "…";
    }

    /// <summary>The type, the first part of the identifier.</summary>
    public static string Type(LeavingObject item) => item.Row.Id[..item.Row.Id.IndexOf("--", StringComparison.Ordinal)];

    /// <summary>The object as text of several lines.</summary>
    public static string Readable(LeavingObject item)
    {
        using var document = JsonDocument.Parse(item.Content);
        return JsonSerializer.Serialize(document.RootElement, Shell.ReadableJson.Options);
    }

    /// <summary>Identifiers of markings of the whole.</summary>
    public static IReadOnlyList<string> Markings(LeavingObject item)
    {
        using var document = JsonDocument.Parse(item.Content);
        return document.RootElement.TryGetProperty("object_marking_refs"u8, out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Where(id => id.ValueKind == JsonValueKind.String).Select(id => id.GetString()!)]
            : [];
    }

    /// <summary>Whether the object says that it was withdrawn, or that its time is over.</summary>
    public static (bool Revoked, string? ValidUntil) Ending(LeavingObject item)
    {
        using var document = JsonDocument.Parse(item.Content);
        var revoked = document.RootElement.TryGetProperty("revoked"u8, out var flag) && flag.ValueKind == JsonValueKind.True;
        return (revoked, document.RootElement.TryGetProperty("valid_until"u8, out var until) && until.ValueKind == JsonValueKind.String ? until.GetString() : null);
    }
}
