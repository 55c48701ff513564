using System.Text.Json;
using System.Text.Json.Nodes;

namespace Noroshi.Exchange.Misp;

/// <summary>The domain objects that events, attributes and objects share.</summary>
internal static class StixShapes
{
    /// <summary>A domain object with what all have in common.</summary>
    public static JsonObject Domain(string type, string uuid, DateTimeOffset time, EventFrame frame, IEnumerable<string> markings)
    {
        var item = new JsonObject { ["type"] = type, ["spec_version"] = "2.1", ["id"] = uuid.Contains("--", StringComparison.Ordinal) ? uuid : $"{type}--{uuid}" };
        if (frame.Author is not null) item["created_by_ref"] = frame.Author;
        item["created"] = MispTime.Stix(time);
        item["modified"] = MispTime.Stix(time);
        StixDraft.Mark(item, markings);
        return item;
    }

    /// <summary>The identity of an organisation; null when it has no name.</summary>
    public static JsonObject? Identity(JsonElement organisation, DateTimeOffset time)
    {
        if (organisation.ValueKind != JsonValueKind.Object || MispText.Of(organisation, "name") is not { } name) return null;
        return new JsonObject
        {
            ["type"] = "identity",
            ["spec_version"] = "2.1",
            ["id"] = MispText.Of(organisation, "uuid") is { } uuid ? $"identity--{uuid.ToLowerInvariant()}" : StableId.Of("identity", name),
            ["created"] = MispTime.Stix(time),
            ["modified"] = MispTime.Stix(time),
            ["name"] = name,
            ["identity_class"] = "organization",
        };
    }

    /// <summary>The UUID of something, or one that is made from what it says.</summary>
    public static string Uuid(JsonElement item, string pointer) => MispText.Of(item, "uuid")?.ToLowerInvariant() ?? StableId.Of("x", pointer, item.GetRawText())[3..];

    /// <summary>Tags that are neither markings nor clusters, as labels.</summary>
    public static void Label(JsonObject item, IEnumerable<string> first, JsonElement tagged)
    {
        List<string> labels = [.. first, .. MispText.Items(tagged, "Tag").Select(tag => MispText.Of(tag, "name")).OfType<string>().Where(tag => MispTags.Marking(tag) is null)];
        if (labels.Count > 0) item["labels"] = new JsonArray([.. labels.Distinct(StringComparer.Ordinal).Select(label => (JsonNode)label)]);
    }

    /// <summary>The markings that tags say; their definitions go into the bundle.</summary>
    public static IReadOnlyList<string> Markings(JsonElement tagged, StixDraft draft)
    {
        List<string> ids = [];
        foreach (var tag in MispText.Items(tagged, "Tag"))
        {
            if (MispText.Of(tag, "name") is not { } name || MispTags.Marking(name) is not { } marking) continue;
            draft.Add(marking);
            ids.Add(Observable.Id(marking));
        }

        return ids;
    }

    /// <summary>A relationship between two objects.</summary>
    public static JsonObject Relationship(string type, string source, string target, DateTimeOffset time, EventFrame frame, IEnumerable<string> markings)
    {
        var item = Domain("relationship", StableId.Of("relationship", type, source, target), time, frame, markings);
        item["relationship_type"] = type;
        item["source_ref"] = source;
        item["target_ref"] = target;
        return item;
    }

    /// <summary>What was observed: the container of observables.</summary>
    public static JsonObject Observed(string uuid, JsonElement misp, DateTimeOffset time, EventFrame frame, IEnumerable<string> markings, IReadOnlyList<JsonObject> observables)
    {
        var item = Domain("observed-data", uuid, time, frame, markings);
        var first = MispText.Seen(misp, "first_seen") ?? time;
        var last = MispText.Seen(misp, "last_seen") ?? first;
        item["first_observed"] = MispTime.Stix(first);
        item["last_observed"] = MispTime.Stix(last < first ? first : last);
        item["number_observed"] = 1;
        item["object_refs"] = new JsonArray([.. observables.Select(one => (JsonNode)Observable.Id(one)).DistinctBy(id => id.GetValue<string>())]);
        return item;
    }

    /// <summary>What can be looked for.</summary>
    public static JsonObject Indicator(string uuid, JsonElement misp, DateTimeOffset time, EventFrame frame, IEnumerable<string> markings, Mapped mapped, string? phase)
    {
        var item = Domain("indicator", uuid, time, frame, markings);
        if (MispText.Of(misp, "comment") is { } comment) item["description"] = comment;
        item["pattern"] = mapped.Pattern;
        item["pattern_type"] = mapped.Language;
        if (mapped.Language == "stix") item["pattern_version"] = "2.1";
        item["valid_from"] = MispTime.Stix(MispText.Seen(misp, "first_seen") ?? time);
        if (phase is not null) item["kill_chain_phases"] = new JsonArray(new JsonObject { ["kill_chain_name"] = "misp-category", ["phase_name"] = phase });
        return item;
    }
}
