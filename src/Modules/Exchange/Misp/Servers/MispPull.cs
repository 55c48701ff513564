using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Noroshi.Exchange.Misp;

/// <summary>Pulls the events of a server in the order of their times, large ones in parts, from where the last pull ended.</summary>
internal sealed class MispPull(MispClient client, Uri server, IMispSink sink)
{
    private const int MostPages = 100_000;

    /// <summary>Pulls everything from a cursor on.</summary>
    /// <returns>Where the next pull begins.</returns>
    /// <exception cref="MispServerException">The server refused or stayed silent; what was delivered before is kept.</exception>
    public async Task<MispCursor> RunAsync(MispCursor cursor, CancellationToken cancel)
    {
        foreach (var (uuid, timestamp, shell, count) in await ListAsync(cursor, cancel))
        {
            if (cursor.Covers(uuid, timestamp)) continue;
            cursor = count > client.Limits.AttributesAPart ? await InPartsAsync(uuid, timestamp, shell, cursor, cancel) : await WholeAsync(uuid, timestamp, cursor, cancel);
        }

        return cursor;
    }

    // Only what events are called: the list of a server with a million events fits into memory.
    private async Task<List<(string Uuid, long Timestamp, JsonObject Shell, int Count)>> ListAsync(MispCursor cursor, CancellationToken cancel)
    {
        Dictionary<string, (string Uuid, long Timestamp, JsonObject Shell, int Count)> listed = new(StringComparer.Ordinal);
        for (var page = 1; page <= MostPages; page++)
        {
            var body = new JsonObject { ["returnFormat"] = "json", ["metadata"] = true, ["page"] = page, ["limit"] = client.Limits.EventsAPage };
            if (cursor.Timestamp > 0) body["timestamp"] = cursor.Timestamp.ToString(CultureInfo.InvariantCulture);
            var items = Response(await client.PostAsync("events/restSearch", body, cancel), "events/restSearch");
            foreach (var item in items)
            {
                var shell = item.TryGetProperty("Event"u8, out var inner) ? inner : item;
                if (shell.ValueKind != JsonValueKind.Object || MispText.Of(shell, "uuid") is not { } uuid || MispText.Time(shell, "timestamp") is not { } time) throw new MispServerException($"{server} listed an event without uuid or timestamp. Is this the address of a MISP server?");
                var count = int.TryParse(MispText.Of(shell, "attribute_count"), NumberStyles.None, CultureInfo.InvariantCulture, out var attributes) ? attributes : 0;
                // An event that changes while pages are turned may come twice; the later counts.
                if (!listed.TryGetValue(uuid, out var there) || there.Timestamp < time.ToUnixTimeSeconds()) listed[uuid] = (uuid, time.ToUnixTimeSeconds(), JsonObject.Create(shell)!, count);
            }

            if (items.Count < client.Limits.EventsAPage) break;
        }

        return [.. listed.Values.OrderBy(one => one.Timestamp).ThenBy(one => one.Uuid, StringComparer.Ordinal)];
    }

    private async Task<MispCursor> WholeAsync(string uuid, long timestamp, MispCursor cursor, CancellationToken cancel)
    {
        var items = Response(await client.PostAsync("events/restSearch", new JsonObject { ["returnFormat"] = "json", ["uuid"] = uuid, ["includeSightings"] = true }, cancel), "events/restSearch");
        var after = cursor.After(uuid, timestamp);
        // Gone or no longer ours to see since it was listed.
        if (items.Count == 0) return after;
        var outcome = Converted(JsonNode.Parse(items[0].GetRawText())!);
        await sink.TakeAsync(new MispDelivery(server, uuid, 1, true, outcome.Result.AsObject(), outcome.Losses, after), cancel);
        return after;
    }

    private async Task<MispCursor> InPartsAsync(string uuid, long timestamp, JsonObject shell, MispCursor cursor, CancellationToken cancel)
    {
        var isOpen = cursor.Open == uuid && cursor.OpenTimestamp == timestamp;
        var (part, refs) = isOpen ? (cursor.Part, cursor.Refs.ToList()) : (0, []);
        var known = refs.ToHashSet(StringComparer.Ordinal);
        while (true)
        {
            part++;
            var body = new JsonObject { ["returnFormat"] = "json", ["eventid"] = uuid, ["page"] = part, ["limit"] = client.Limits.AttributesAPart };
            var attributes = Attributes(await client.PostAsync("attributes/restSearch", body, cancel));
            var isLast = attributes.Count < client.Limits.AttributesAPart;
            var whole = shell.DeepClone().AsObject();
            whole["Attribute"] = new JsonArray([.. attributes.Select(one => (JsonNode)JsonObject.Create(one)!)]);
            var outcome = Converted(new JsonObject { ["Event"] = whole });
            foreach (var (attribute, index) in attributes.Select((one, index) => (one, index)))
            {
                if (MispText.Of(attribute, "object_relation") is not null) outcome.Losses.Gone(MispPointer.Item("/response/Attribute", index), "of an event this large attributes come one by one, so that it belonged to an object is not carried");
            }

            var bundle = outcome.Result.AsObject();
            Gather(bundle, known, refs, isLast);
            cursor = isLast ? cursor.After(uuid, timestamp) : cursor with { Open = uuid, OpenTimestamp = timestamp, Part = part, Refs = [.. refs] };
            await sink.TakeAsync(new MispDelivery(server, uuid, part, isLast, bundle, outcome.Losses, cursor), cancel);
            if (isLast) return cursor;
        }
    }

    // The container comes with the last part and holds what all parts held.
    private static void Gather(JsonObject bundle, HashSet<string> known, List<string> refs, bool isLast)
    {
        var objects = bundle["objects"]!.AsArray();
        var container = objects.First(item => item!["type"]!.GetValue<string>() is "report" or "grouping")!.AsObject();
        foreach (var id in container["object_refs"]!.AsArray().Select(id => id!.GetValue<string>()))
        {
            if (known.Add(id)) refs.Add(id);
        }

        if (isLast) container["object_refs"] = new JsonArray([.. refs.Select(id => (JsonNode)id)]);
        else objects.Remove(container);
    }

    private StixOutcome Converted(JsonNode misp)
    {
        try
        {
            return MispToStix.Convert(MispReader.Read(Encoding.UTF8.GetBytes(misp.ToJsonString())));
        }
        catch (MispFormatException problem)
        {
            throw new MispServerException($"{server} sent an event that is not MISP's core format: {problem.Message}", problem);
        }
    }

    private List<JsonElement> Attributes((HttpStatusCode Status, JsonElement Answer) answer)
    {
        if (answer.Status == HttpStatusCode.OK && answer.Answer.ValueKind == JsonValueKind.Object && answer.Answer.TryGetProperty("response"u8, out var response) && response.ValueKind == JsonValueKind.Object) return [.. MispText.Items(response, "Attribute")];
        return Response(answer, "attributes/restSearch");
    }

    private List<JsonElement> Response((HttpStatusCode Status, JsonElement Answer) answer, string path)
    {
        if (answer.Status != HttpStatusCode.OK) throw new MispServerException($"{server}{path} refused with {(int)answer.Status}: {MispPush.Said(answer.Answer)}");
        if (answer.Answer.ValueKind == JsonValueKind.Array) return [.. answer.Answer.EnumerateArray()];
        if (answer.Answer.ValueKind != JsonValueKind.Object || !answer.Answer.TryGetProperty("response"u8, out var list) || list.ValueKind != JsonValueKind.Array) throw new MispServerException($"{server}{path} answered without a list 'response'. Is this the address of a MISP server?");
        return [.. list.EnumerateArray()];
    }
}
