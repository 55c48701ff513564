using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Noroshi.Stix;

namespace Noroshi.Exchange.Misp;

/// <summary>Takes objects that did not come from MISP, type by type, and tells what found no place.</summary>
internal sealed class ForeignObjects(ForeignEvent target, IReadOnlyList<string> ids)
{
    private static readonly FrozenSet<string> _clusters = FrozenSet.Create(StringComparer.Ordinal, "attack-pattern", "campaign", "course-of-action", "infrastructure", "intrusion-set", "location", "malware", "threat-actor", "tool", "vulnerability");

    // What each type says in MISP; everything else that an object says is lost, and told.
    private static readonly FrozenSet<string> _common = FrozenSet.Create(StringComparer.Ordinal, "type", "spec_version", "id", "created", "modified", "created_by_ref", "object_marking_refs", "labels", "name", "description");
    private static readonly FrozenSet<string> _indicator = FrozenSet.Create(StringComparer.Ordinal, "pattern", "pattern_type", "pattern_version", "valid_from");
    private static readonly FrozenSet<string> _observed = FrozenSet.Create(StringComparer.Ordinal, "first_observed", "last_observed", "object_refs", "objects", "number_observed");
    private static readonly FrozenSet<string> _told = FrozenSet.Create(StringComparer.Ordinal, "src_ref", "dst_ref", "resolves_to_refs", "from_ref", "to_refs", "cc_refs", "bcc_refs", "body_raw_ref", "image_ref", "parent_directory_ref");
    private static readonly FrozenSet<string> _container = FrozenSet.Create(StringComparer.Ordinal, "object_refs", "published", "context");

    private readonly Dictionary<string, JsonElement> _observations = new(StringComparer.Ordinal);
    private readonly HashSet<string> _spoken = new(StringComparer.Ordinal);

    private StixShelf Shelf => target.Shelf;

    public void Convert()
    {
        foreach (var id in ids.Where(id => Shelf.Type(id) == "observed-data")) Remember(id);
        foreach (var id in ids.Where(id => StixTypes.CategoryOf(Shelf.Type(id)) == StixCategory.CyberObservable)) Refer(Shelf.Find(id)!.Value);
        // Indicators first: what they look for is sought, also where it was observed as well.
        foreach (var id in ids.Where(id => Shelf.Type(id) == "indicator")) Indicator(id);
        foreach (var id in ids.Where(id => Shelf.Type(id) != "indicator")) One(id);
        foreach (var id in ids) Late(id);
    }

    private void One(string id)
    {
        var (item, type) = (Shelf.Find(id)!.Value, Shelf.Type(id));
        if (StixTypes.CategoryOf(type) == StixCategory.CyberObservable)
        {
            Observed(id, item);
        }
        else if (type is "vulnerability" or "campaign" && Label(item, "misp:type") is { } word && MispText.Of(item, "name") is { } named)
        {
            target.Add(id, word, named, false, item);
        }
        else if (_clusters.Contains(type))
        {
            target.AddCluster(id, type, item);
            Left(id, item, _common);
        }
        else if (type is "observed-data")
        {
            Left(id, item, _observed, _common);
        }
        else if (type is "report" or "grouping")
        {
            if (!target.Made.ContainsKey(id)) target.Losses.Gone(Shelf.Pointer(id), "the event is made of another report or grouping; what this one says of itself has no place");
            else Left(id, item, _container, _common);
        }
        else if (type is "x-misp-attribute" && MispText.Of(item, "x_misp_type") is { } kind && MispText.Of(item, "x_misp_value") is { } value)
        {
            target.Add(id, kind, value, false, item);
        }
        else if (type is "x-misp-object" && MispText.Of(item, "x_misp_name") is { } name)
        {
            target.AddObject(id, name, MispText.Of(item, "x_misp_meta_category") ?? "misc", MispText.Items(item, "x_misp_attributes").Select(one => (MispText.Of(one, "object_relation") ?? "", MispText.Of(one, "type") ?? "text", MispText.Of(one, "value") ?? "")), false, item);
        }
        else if (type is not ("note" or "opinion" or "sighting" or "relationship" or "marking-definition" or "extension-definition" or "identity"))
        {
            target.Losses.Gone(Shelf.Pointer(id), $"MISP has no word for an object of the type {type}");
        }
    }

    // What needs the others to be there.
    private void Late(string id)
    {
        var item = Shelf.Find(id)!.Value;
        switch (Shelf.Type(id))
        {
            case "note" when MispText.Of(item, "content") is { } content:
                StixToMisp.Report(target.Event, id, MispText.Of(item, "abstract") ?? "Note", content);
                break;
            case "sighting":
                Seen(id, item, MispText.Of(item, "sighting_of_ref"), "0");
                break;
            case "opinion" when MispText.Of(item, "opinion") == "strongly-disagree":
                foreach (var about in MispText.Items(item, "object_refs")) Seen(id, item, about.ToString(), "1");
                break;
            case "relationship":
                Related(id, item);
                break;
            case "identity" when !target.IsAuthor(id):
                target.Losses.Gone(Shelf.Pointer(id), "an identity that is not the author has no place in an event");
                break;
            case "opinion":
                target.Losses.Gone(Shelf.Pointer(id), "an opinion other than strong disagreement has no place in MISP's core format");
                break;
        }
    }

    private void Indicator(string id)
    {
        var item = Shelf.Find(id)!.Value;
        Left(id, item, _indicator, _common);
        if (MispText.Of(item, "pattern") is not { } pattern || MispText.Of(item, "pattern_type") is not { } language)
        {
            target.Losses.Gone(Shelf.Pointer(id), "an indicator without a pattern says nothing that can be looked for");
            return;
        }

        if (language is "yara" or "snort" or "suricata" or "sigma")
        {
            target.Add(id, language, pattern, true, item);
            return;
        }

        if (language != "stix")
        {
            target.Losses.Gone(Shelf.Pointer(id), $"MISP has no type for patterns in '{language}'");
            return;
        }

        var alternatives = StixPattern.TryParse(pattern, out var read, out _) && PlainPattern.Alternatives(read) is { Count: <= 1000 } plain ? plain.Select(StixValues.Of).ToList() : null;
        if (alternatives is null || alternatives.Contains(null) || alternatives.Any(one => ValueMapping.Attribute(one!, null) is null && (ValueMapping.Object(one!) is not { Left.Count: 0 })))
        {
            // More than values: the pattern itself is what MISP can keep.
            target.Add(id, "stix2-pattern", pattern, true, item);
            return;
        }

        for (var index = 0; index < alternatives.Count; index++) Place(alternatives.Count == 1 ? id : id + "#" + index.ToString(CultureInfo.InvariantCulture), id, alternatives[index]!, true, item, Shelf.Pointer(id));
    }

    private void Observed(string id, JsonElement item)
    {
        if (_spoken.Contains(id)) return;
        var about = _observations.TryGetValue(id, out var observation) ? observation : item;
        Place(id, id, StixValues.Of(item, Shelf), false, about, Shelf.Pointer(id));
    }

    private void Place(string key, string id, StixValues values, bool isSought, JsonElement about, string pointer)
    {
        if (ValueMapping.Attribute(values, Label(about, "misp:type")) is var (type, value))
        {
            target.Add(key, type, value, isSought, about, ForeignEvent.Uuid(key));
            List<string> dropped = [.. values.Values.Select(one => one.Path).Where(ValueMapping.IsAside(values.Type))];
            if (dropped.Count > 0) target.Losses.Gone(pointer, $"an attribute {type} has no place for {string.Join(", ", dropped)}");
        }
        else if (ValueMapping.Object(values) is var (name, category, attributes, left))
        {
            target.AddObject(key, name, category, attributes, isSought, about);
            if (left.Count > 0) target.Losses.Gone(pointer, $"the template {name} has no place for {string.Join(", ", left.Distinct(StringComparer.Ordinal))}");
        }
        else
        {
            target.Losses.Gone(pointer, $"MISP has no type or template for what this {values.Type} says");
            return;
        }

        target.Made.TryAdd(id, target.Made[key]);
    }

    private static string? Label(JsonElement about, string name)
    {
        var start = name + "=\"";
        return MispText.Items(about, "labels").Select(label => label.ToString()).Where(label => label.StartsWith(start, StringComparison.Ordinal) && label.EndsWith('"') && label.Length > start.Length).Select(label => label[start.Length..^1]).FirstOrDefault();
    }

    private void Remember(string id)
    {
        var item = Shelf.Find(id)!.Value;
        foreach (var held in MispText.Items(item, "object_refs")) _observations.TryAdd(held.ToString(), item);
        if (item.TryGetProperty("objects"u8, out _)) target.Losses.Gone(Shelf.Pointer(id), "observables inside observed-data are deprecated in STIX 2.1 and not read; write them as objects of their own");
    }

    // An observable with one value, to which another one refers where the mapping looks, is said by that one.
    private void Refer(JsonElement item)
    {
        foreach (var member in item.EnumerateObject())
        {
            if (_told.Contains(member.Name)) foreach (var id in member.Value.ValueKind == JsonValueKind.Array ? member.Value.EnumerateArray().Select(one => one.ToString()) : [member.Value.ToString()]) Spoken(id);
            else if (member.Name == "body_multipart") foreach (var part in MispText.Items(item, "body_multipart").Where(part => part.ValueKind == JsonValueKind.Object)) Refer(part);
        }
    }

    private void Spoken(string id)
    {
        if (Shelf.Find(id) is { } held && StixValues.Of(held, Shelf).Values.Count == 1) _spoken.Add(id);
    }

    private void Seen(string id, JsonElement item, string? about, string kind)
    {
        if (about is null || !target.Made.TryGetValue(about, out var made) || !made.ContainsKey("value") || made.ContainsKey("tag_name"))
        {
            target.Losses.Gone(Shelf.Pointer(id), "what was seen is no attribute of this event");
            return;
        }

        if (made["Sighting"] is not JsonArray list) made["Sighting"] = list = [];
        var time = MispText.Seen(item, "last_seen") ?? MispText.Seen(item, "created");
        var sighting = new JsonObject { ["uuid"] = ForeignEvent.Uuid(id), ["type"] = kind };
        if (time is { } at) sighting["date_sighting"] = MispTime.Misp(at);
        if (Shelf.Find(MispText.Items(item, "where_sighted_refs").Select(one => one.ToString()).FirstOrDefault()) is { } seer && MispText.Of(seer, "name") is { } name)
            sighting["Organisation"] = new JsonObject { ["uuid"] = ForeignEvent.Uuid(MispText.Of(seer, "id")!), ["name"] = name };
        list.Add(sighting);
        if (MispText.Of(item, "count") is { } count && count != "1") target.Losses.Gone(Shelf.Pointer(id), $"that it was seen {count} times; MISP keeps one sighting each");
    }

    private void Related(string id, JsonElement item)
    {
        var (source, goal, word) = (MispText.Of(item, "source_ref"), MispText.Of(item, "target_ref"), MispText.Of(item, "relationship_type"));
        // That an indicator is based on what was observed is said by both being one attribute.
        if (word == "based-on" && goal is not null && Shelf.Find(goal) is not null && goal.StartsWith("observed-data--", StringComparison.Ordinal)) return;
        if (source is null || goal is null || word is null || !target.Made.TryGetValue(source, out var made) || !target.Made.TryGetValue(goal, out var other) || !made.ContainsKey("meta-category") || other.ContainsKey("tag_name"))
        {
            target.Losses.Gone(Shelf.Pointer(id), $"'{word}' from {source} to {goal}: only objects of MISP refer to others, and only to attributes and objects");
            return;
        }

        if (made["ObjectReference"] is not JsonArray list) made["ObjectReference"] = list = [];
        list.Add(new JsonObject { ["uuid"] = ForeignEvent.Uuid(id), ["object_uuid"] = made["uuid"]!.GetValue<string>(), ["referenced_uuid"] = other["uuid"]!.GetValue<string>(), ["relationship_type"] = word });
    }

    private void Left(string id, JsonElement item, params FrozenSet<string>[] carried)
    {
        foreach (var member in item.EnumerateObject().Where(member => !carried.Any(set => set.Contains(member.Name))))
            target.Losses.Gone(MispPointer.Member(Shelf.Pointer(id), member.Name), $"MISP has no place for '{member.Name}' of this {Shelf.Type(id)}");
    }
}
