using System.Text.Json;
using System.Text.Json.Nodes;

namespace Noroshi.Exchange.Misp;

/// <summary>An object of MISP: observables by its template, or itself.</summary>
internal static class ObjectToStix
{
    public static void Add(JsonElement item, string pointer, EventFrame frame)
    {
        var uuid = StixShapes.Uuid(item, pointer);
        if (frame.Made.ContainsKey(uuid))
        {
            frame.Losses.Gone(pointer, $"another attribute or object has the UUID {uuid}");
            return;
        }

        var time = MispText.Time(item, "timestamp") ?? frame.Time;
        List<JsonElement> attributes = [.. MispText.Items(item, "Attribute")];
        List<string> markings = [.. frame.Markings];
        foreach (var attribute in attributes) markings.AddRange(StixShapes.Markings(attribute, frame.Draft));
        var rest = MispRest.Of(item, pointer, frame.Losses);
        var made = Mapped(item, attributes, uuid, time, frame, markings, pointer);
        if (made is not null) MispExtension.Put(made[0], "object", rest.DeepClone());
        if (made is null || !StixDraft.AreValid(made))
        {
            frame.Losses.Beside(pointer, $"an object '{MispText.Of(item, "name")}' with these values has no word in STIX; it travels as x-misp-object");
            made = [Itself(item, attributes, uuid, time, frame, markings)];
            MispExtension.Put(made[0], "object", rest);
        }

        foreach (var one in made) frame.Add(one);
        var main = Observable.Id(made.FirstOrDefault(one => one["type"]!.GetValue<string>() == "indicator") ?? made[0]);
        frame.Made[uuid] = main;
        foreach (var (attribute, index) in attributes.Select((attribute, index) => (attribute, index)))
        {
            var place = MispPointer.Item(MispPointer.Member(pointer, "Attribute"), index);
            SightingToStix.Add(attribute, main, place, frame, markings);
            GalaxyToStix.Add(attribute, main, place, frame, markings);
        }

        foreach (var (reference, index) in MispText.Items(item, "ObjectReference").Select((reference, index) => (reference, index)))
            frame.Open.Add((main, reference, MispPointer.Item(MispPointer.Member(pointer, "ObjectReference"), index)));
    }

    /// <summary>Draws the references between what was made.</summary>
    public static void Draw(EventFrame frame)
    {
        foreach (var (source, reference, pointer) in frame.Open)
        {
            var wanted = MispText.Of(reference, "referenced_uuid")?.ToLowerInvariant();
            var word = string.Concat((MispText.Of(reference, "relationship_type") ?? "related-to").ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-'));
            if (wanted is null || !frame.Made.TryGetValue(wanted, out var target) || target == source)
            {
                frame.Losses.Beside(pointer, "what it refers to is not in this event");
                continue;
            }

            frame.Add(StixShapes.Relationship(word, source, target, MispText.Time(reference, "timestamp") ?? frame.Time, frame, frame.Markings));
        }
    }

    private static List<JsonObject>? Mapped(JsonElement item, List<JsonElement> attributes, string uuid, DateTimeOffset time, EventFrame frame, List<string> markings, string pointer)
    {
        List<(string, string)> values = [.. attributes.Select(one => (MispText.Of(one, "object_relation") ?? "", (MispText.Of(one, "object_relation") == "payload_bin" ? MispText.Of(one, "data") : null) ?? MispText.Of(one, "value") ?? ""))];
        if (ObjectMapping.Of(MispText.Of(item, "name")!, values, uuid) is not var (mapped, left)) return null;
        if (left.Count > 0) frame.Losses.Beside(pointer, $"STIX has no place for {string.Join(", ", left.Distinct(StringComparer.Ordinal))}");
        return AttributeToStix.Made(mapped, item, uuid, time, frame, markings, Words(item), MispText.Of(item, "meta-category"), attributes.Exists(one => MispText.Flag(one, "to_ids")));
    }

    private static string[] Words(JsonElement item) =>
        MispText.Of(item, "meta-category") is { } category ? [$"misp:name=\"{MispText.Of(item, "name")}\"", $"misp:meta-category=\"{category}\""] : [$"misp:name=\"{MispText.Of(item, "name")}\""];

    private static JsonObject Itself(JsonElement item, List<JsonElement> attributes, string uuid, DateTimeOffset time, EventFrame frame, List<string> markings)
    {
        var made = StixShapes.Domain("x-misp-object", uuid, time, frame, markings);
        made["x_misp_name"] = MispText.Of(item, "name");
        if (MispText.Of(item, "meta-category") is { } category) made["x_misp_meta_category"] = category;
        if (MispText.Of(item, "comment") is { } comment) made["x_misp_comment"] = comment;
        if (attributes.Count > 0)
        {
            made["x_misp_attributes"] = new JsonArray([.. attributes.Select(one => (JsonNode)new JsonObject
            {
                ["type"] = MispText.Of(one, "type"),
                ["object_relation"] = MispText.Of(one, "object_relation") ?? "",
                ["value"] = MispText.Of(one, "value") ?? "",
            })]);
        }

        StixShapes.Label(made, Words(item), default);
        return made;
    }
}
