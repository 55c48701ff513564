using System.Text.Json;
using System.Text.Json.Nodes;

namespace Noroshi.Exchange.Misp;

/// <summary>An attribute as what was observed, what can be looked for, or, where STIX has no word for it, as itself.</summary>
internal static class AttributeToStix
{
    public static void Add(JsonElement attribute, string pointer, EventFrame frame)
    {
        var uuid = StixShapes.Uuid(attribute, pointer);
        if (frame.Made.ContainsKey(uuid))
        {
            frame.Losses.Gone(pointer, $"another attribute or object has the UUID {uuid}");
            return;
        }

        var time = MispText.Time(attribute, "timestamp") ?? frame.Time;
        List<string> markings = [.. frame.Markings, .. StixShapes.Markings(attribute, frame.Draft)];
        var rest = MispRest.Of(attribute, pointer, frame.Losses);
        var made = Named(attribute, uuid, time, frame, markings) ?? Mapped(attribute, uuid, time, frame, markings);
        // What comes first stands for the attribute and carries it.
        if (made is not null) MispExtension.Put(made[0], "attribute", rest.DeepClone());
        if (made is null || !StixDraft.AreValid(made))
        {
            frame.Losses.Beside(pointer, $"'{MispText.Of(attribute, "type")}' with this value has no word in STIX; it travels as x-misp-attribute");
            made = [Itself(attribute, uuid, time, frame, markings)];
            MispExtension.Put(made[0], "attribute", rest);
        }

        foreach (var item in made) frame.Add(item);
        var main = Observable.Id(made.FirstOrDefault(item => item["type"]!.GetValue<string>() == "indicator") ?? made[0]);
        frame.Made[uuid] = main;
        SightingToStix.Add(attribute, main, pointer, frame, markings);
        GalaxyToStix.Add(attribute, main, pointer, frame, markings);
    }

    private static List<JsonObject>? Named(JsonElement attribute, string uuid, DateTimeOffset time, EventFrame frame, List<string> markings)
    {
        var (kind, value) = (MispText.Of(attribute, "type"), MispText.Of(attribute, "value"));
        if (kind is not ("vulnerability" or "campaign-name") || value is null) return null;
        var item = StixShapes.Domain(kind == "vulnerability" ? "vulnerability" : "campaign", uuid, time, frame, markings);
        item["name"] = value;
        if (MispText.Of(attribute, "comment") is { } comment) item["description"] = comment;
        if (kind == "vulnerability" && value.StartsWith("CVE-", StringComparison.OrdinalIgnoreCase)) item["external_references"] = new JsonArray(new JsonObject { ["source_name"] = "cve", ["external_id"] = value.ToUpperInvariant() });
        StixShapes.Label(item, Words(attribute), attribute);
        return [item];
    }

    private static List<JsonObject>? Mapped(JsonElement attribute, string uuid, DateTimeOffset time, EventFrame frame, List<string> markings)
    {
        if (MispText.Of(attribute, "value") is not { } value || AttributeMapping.Of(MispText.Of(attribute, "type")!, value, MispText.Of(attribute, "data"), uuid) is not { } mapped) return null;
        return Made(mapped, attribute, uuid, time, frame, markings, Words(attribute), MispText.Of(attribute, "category"), MispText.Flag(attribute, "to_ids"));
    }

    /// <summary>Observed-data with its observables, and the indicator where something is to be looked for; null where neither is.</summary>
    internal static List<JsonObject>? Made(Mapped mapped, JsonElement misp, string uuid, DateTimeOffset time, EventFrame frame, List<string> markings, IReadOnlyList<string> words, string? phase, bool isSought)
    {
        List<JsonObject> made = [];
        if (mapped.Observables.Count > 0)
        {
            var observed = StixShapes.Observed(uuid, misp, time, frame, markings, mapped.Observables);
            StixShapes.Label(observed, words, misp);
            made.Add(observed);
            foreach (var observable in mapped.Observables)
            {
                StixDraft.Mark(observable, markings);
                made.Add(observable);
            }
        }

        // A rule is there to be looked for with, whatever the flag says.
        if (mapped.Pattern is not null && (isSought || mapped.Language != "stix"))
        {
            var indicator = StixShapes.Indicator(uuid, misp, time, frame, markings, mapped, phase);
            StixShapes.Label(indicator, words, misp);
            made.Add(indicator);
            if (mapped.Observables.Count > 0) made.Add(StixShapes.Relationship("based-on", Observable.Id(indicator), Observable.Id(made[0]), time, frame, markings));
        }

        return made.Count == 0 ? null : made;
    }

    private static string[] Words(JsonElement attribute) =>
        MispText.Of(attribute, "category") is { } category ? [$"misp:type=\"{MispText.Of(attribute, "type")}\"", $"misp:category=\"{category}\""] : [$"misp:type=\"{MispText.Of(attribute, "type")}\""];

    private static JsonObject Itself(JsonElement attribute, string uuid, DateTimeOffset time, EventFrame frame, List<string> markings)
    {
        var item = StixShapes.Domain("x-misp-attribute", uuid, time, frame, markings);
        item["x_misp_type"] = MispText.Of(attribute, "type");
        item["x_misp_value"] = MispText.Of(attribute, "value") ?? "";
        if (MispText.Of(attribute, "category") is { } category) item["x_misp_category"] = category;
        if (MispText.Of(attribute, "comment") is { } comment) item["x_misp_comment"] = comment;
        StixShapes.Label(item, Words(attribute), attribute);
        return item;
    }
}
