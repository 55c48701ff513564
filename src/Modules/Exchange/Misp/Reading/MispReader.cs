using System.Text.Json;
using System.Text.Json.Nodes;

namespace Noroshi.Exchange.Misp;

/// <summary>Reads MISP's core format in the wrappings in which servers and feeds hand it out.</summary>
internal static class MispReader
{
    /// <summary>Reads a stream.</summary>
    /// <exception cref="MispFormatException">It is too large, or not what MISP writes.</exception>
    public static MispContent Read(Stream stream, MispLimits? limits = null)
    {
        limits ??= MispLimits.Usual;
        using var bytes = new MemoryStream();
        var buffer = new byte[64 << 10];
        while (stream.Read(buffer) is var read && read > 0)
        {
            if (bytes.Length + read > limits.Bytes) throw new MispFormatException("", $"the input is larger than {limits.Bytes:N0} bytes; split it.");
            bytes.Write(buffer, 0, read);
        }

        return Read(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), limits);
    }

    /// <summary>Reads UTF-8.</summary>
    /// <exception cref="MispFormatException">It is too large, or not what MISP writes.</exception>
    public static MispContent Read(ReadOnlySpan<byte> json, MispLimits? limits = null)
    {
        limits ??= MispLimits.Usual;
        if (json.StartsWith("\uFEFF"u8)) json = json[3..];
        if (json.Length > limits.Bytes) throw new MispFormatException("", $"the input is larger than {limits.Bytes:N0} bytes; split it.");
        MispScan.Check(json, limits);
        List<(JsonElement, string)> events = [];
        List<(JsonElement, string)> attributes = [];
        Gather(JsonElement.Parse(json), "", events, attributes);
        foreach (var (item, pointer) in events) MispShape.Check("Event", item, pointer);
        foreach (var (item, pointer) in attributes) MispShape.Check("Attribute", item, pointer);
        return new MispContent(events, attributes);
    }

    private static void Gather(JsonElement at, string pointer, List<(JsonElement, string)> events, List<(JsonElement, string)> attributes)
    {
        if (at.ValueKind == JsonValueKind.Array)
        {
            foreach (var (item, index) in at.EnumerateArray().Select((item, index) => (item, index))) Gather(item, MispPointer.Item(pointer, index), events, attributes);
        }
        else if (at.ValueKind != JsonValueKind.Object)
        {
            throw new MispFormatException(pointer, "an event, an attribute, or a list of them is expected.");
        }
        else if (at.TryGetProperty("Attribute"u8, out var single) && single.ValueKind == JsonValueKind.Object && !at.TryGetProperty("info"u8, out _))
        {
            // An item of a feed: an attribute, and beside it what is known of its event.
            if (at.TryGetProperty("Event"u8, out var about) && about.ValueKind == JsonValueKind.Object) events.Add((Joined(about, single), MispPointer.Member(pointer, "Event")));
            else attributes.Add((single, MispPointer.Member(pointer, "Attribute")));
        }
        else if (at.TryGetProperty("Event"u8, out var inner) && inner.ValueKind == JsonValueKind.Object && !at.TryGetProperty("value"u8, out _))
        {
            events.Add((inner, MispPointer.Member(pointer, "Event")));
        }
        else if (at.TryGetProperty("response"u8, out var response))
        {
            Gather(response, MispPointer.Member(pointer, "response"), events, attributes);
        }
        else if (at.TryGetProperty("info"u8, out _))
        {
            events.Add((at, pointer));
        }
        else if (at.TryGetProperty("type"u8, out _) && at.TryGetProperty("value"u8, out _))
        {
            attributes.Add((at, pointer));
        }
        else if (at.TryGetProperty("Attribute"u8, out var list))
        {
            Gather(list, MispPointer.Member(pointer, "Attribute"), events, attributes);
        }
        else
        {
            throw new MispFormatException(pointer, "this is neither an event (it would have 'info') nor an attribute (it would have 'type' and 'value').");
        }
    }

    private static JsonElement Joined(JsonElement about, JsonElement attribute)
    {
        var whole = JsonObject.Create(about)!;
        whole["Attribute"] = new JsonArray(JsonObject.Create(attribute));
        return JsonSerializer.SerializeToElement(whole);
    }
}
