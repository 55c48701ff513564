using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Noroshi.Exchange.Misp;

/// <summary>Pushes an event to a server: adds it, or changes the one that is there; large ones in parts. A part that went through already does no harm when it is sent again.</summary>
internal sealed class MispPush(MispClient client)
{
    /// <summary>Pushes one event. Whoever calls has asked the sharing rules what of it may leave.</summary>
    /// <param name="item">With <c>uuid</c> and <c>info</c>.</param>
    /// <param name="from">The part to begin with, from 0: where an earlier push ended.</param>
    /// <param name="done">Called after each part with the number of the next one.</param>
    /// <param name="cancel">Stops between parts.</param>
    /// <exception cref="MispServerException">The server refused; says what it said.</exception>
    public async Task RunAsync(JsonObject item, int from, Func<int, Task> done, CancellationToken cancel)
    {
        var uuid = item["uuid"]!.GetValue<string>();
        var parts = Parts(item);
        for (var part = from; part < parts.Count; part++)
        {
            cancel.ThrowIfCancellationRequested();
            var (status, answer) = part == 0 ? await client.PostAsync("events/add", parts[0], cancel) : await client.PostAsync($"events/edit/{uuid}", parts[part], cancel);
            // A server answers so to an event that it has; its status differs between versions.
            if (part == 0 && status != HttpStatusCode.OK && Said(answer).Contains("already exists", StringComparison.OrdinalIgnoreCase)) (status, answer) = await client.PostAsync($"events/edit/{uuid}", parts[0], cancel);
            if (status != HttpStatusCode.OK) throw new MispServerException($"The server refused part {part + 1} of {parts.Count} of event {uuid} with {(int)status}: {Said(answer)}");
            await done(part + 1);
        }
    }

    /// <summary>What a server says of an error, in one line.</summary>
    internal static string Said(JsonElement answer)
    {
        if (answer.ValueKind != JsonValueKind.Object) return "nothing";
        var text = (MispText.Of(answer, "message") ?? MispText.Of(answer, "name") ?? "") + (answer.TryGetProperty("errors"u8, out var errors) ? " " + errors.GetRawText() : "");
        return text.Length > 500 ? text[..500] + "…" : text.Trim();
    }

    private List<JsonObject> Parts(JsonObject item)
    {
        List<JsonNode> attributes = [.. item["Attribute"] is JsonArray list ? list.Select(one => one!) : []];
        var shell = item.DeepClone().AsObject();
        shell.Remove("Attribute");
        List<JsonObject> parts = [];
        foreach (var chunk in attributes.Chunk(client.Limits.AttributesAPart))
        {
            var part = shell.DeepClone().AsObject();
            // What is not an attribute goes once, with the first part.
            if (parts.Count > 0) foreach (var name in new[] { "Object", "Galaxy", "EventReport", "Tag" }) part.Remove(name);
            part["Attribute"] = new JsonArray([.. chunk.Select(one => one.DeepClone())]);
            parts.Add(new JsonObject { ["Event"] = part });
        }

        if (parts.Count == 0) parts.Add(new JsonObject { ["Event"] = shell });
        return parts;
    }
}
