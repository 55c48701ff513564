using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Noroshi.Exchange.Sharing;

namespace Noroshi.Exchange.Misp;

/// <summary>An event under construction from objects that did not come from MISP.</summary>
internal sealed class ForeignEvent
{
    private readonly Dictionary<string, JsonObject> _seen = new(StringComparer.Ordinal);
    private readonly MarkingBook _markings;

    /// <summary>Begins with an event that is there already, or one of the objects' own.</summary>
    public ForeignEvent(JsonObject @event, StixShelf shelf, LossList losses)
    {
        (Event, Shelf, Losses) = (@event, shelf, losses);
        _markings = MarkingBook.Of(shelf.Order.Where(id => shelf.Type(id) == "marking-definition").Select(id => shelf.Find(id)!.Value));
    }

    /// <summary>The event.</summary>
    public JsonObject Event { get; }

    /// <summary>Where the objects are.</summary>
    public StixShelf Shelf { get; }

    /// <summary>What could not be carried.</summary>
    public LossList Losses { get; }

    /// <summary>What objects of STIX became, by their identifiers.</summary>
    public Dictionary<string, JsonObject> Made { get; } = new(StringComparer.Ordinal);

    /// <summary>The UUID at the end of an identifier.</summary>
    public static string Uuid(string id) => id.Length > 36 && Guid.TryParseExact(id[^36..], "D", out var uuid) ? uuid.ToString("D") : StableId.Of("x", id)[3..];

    /// <summary>Adds an attribute; the same type and value a second time is the same attribute, sought when one of them is.</summary>
    public void Add(string id, string type, string value, bool isSought, JsonElement about, string? uuid = null)
    {
        var key = $"{type}\n{value}";
        if (_seen.TryGetValue(key, out var there))
        {
            if (isSought) there["to_ids"] = true;
            Made[id] = there;
            return;
        }

        var attribute = ValueMapping.Made(uuid ?? Uuid(id), type, value, isSought);
        Describe(attribute, about);
        List("Attribute").Add(attribute);
        _seen[key] = attribute;
        Made[id] = attribute;
    }

    /// <summary>Adds an object with its attributes.</summary>
    public void AddObject(string id, string name, string category, IEnumerable<(string Relation, string Type, string Value)> attributes, bool isSought, JsonElement about)
    {
        var uuid = Uuid(id);
        var item = new JsonObject { ["uuid"] = uuid, ["name"] = name, ["meta-category"] = category };
        Describe(item, about);
        item.Remove("Tag");
        var list = new JsonArray();
        foreach (var (relation, type, value) in attributes)
        {
            var attribute = ValueMapping.Made(StableId.Of("x", uuid, relation, value, list.Count.ToString(CultureInfo.InvariantCulture))[3..], type, value, isSought);
            attribute["object_relation"] = relation;
            if (relation == "payload_bin")
            {
                // An attachment has a name as its value, and its content beside.
                attribute["value"] = uuid;
                attribute["data"] = value;
            }

            // Objects have no tags in MISP; what the whole bore, each of its attributes bears.
            if (Tags(about) is { Count: > 0 } tags) attribute["Tag"] = tags;
            list.Add(attribute);
        }

        item["Attribute"] = list;
        List("Object").Add(item);
        Made[id] = item;
    }

    /// <summary>Adds a cluster of a galaxy named after the type of the object.</summary>
    public void AddCluster(string id, string type, JsonElement item)
    {
        var galaxy = List("Galaxy").Select(one => one!.AsObject()).FirstOrDefault(one => one["type"]!.GetValue<string>() == "stix-2.1-" + type);
        if (galaxy is null)
        {
            galaxy = new JsonObject { ["uuid"] = StableId.Of("x", "stix-2.1-" + type)[3..], ["name"] = $"STIX 2.1 {CultureInfo.InvariantCulture.TextInfo.ToTitleCase(type.Replace('-', ' '))}", ["type"] = "stix-2.1-" + type, ["description"] = $"Objects of the type {type} of STIX 2.1", ["GalaxyCluster"] = new JsonArray() };
            List("Galaxy").Add(galaxy);
        }

        var value = MispText.Of(item, "name") ?? id;
        var cluster = new JsonObject { ["uuid"] = Uuid(id), ["type"] = "stix-2.1-" + type, ["value"] = value, ["tag_name"] = $"misp-galaxy:stix-2.1-{type}=\"{Uuid(id)}\"" };
        if (MispText.Of(item, "description") is { } description) cluster["description"] = description;
        galaxy["GalaxyCluster"]!.AsArray().Add(cluster);
        Tag(Event, $"misp-galaxy:stix-2.1-{type}=\"{Uuid(id)}\"");
        Made[id] = cluster;
    }

    /// <summary>The identity is the organisation that made the event.</summary>
    public bool IsAuthor(string id) => Event["Orgc"] is JsonObject author && author["uuid"]?.GetValue<string>() == Uuid(id);

    /// <summary>A list of the event.</summary>
    public JsonArray List(string name)
    {
        if (Event[name] is not JsonArray list) Event[name] = list = [];
        return list;
    }

    /// <summary>Times, comment and tags of an object.</summary>
    public void Describe(JsonObject made, JsonElement about)
    {
        if (about.ValueKind != JsonValueKind.Object) return;
        if (MispText.Seen(about, "modified") is { } modified) made["timestamp"] = MispTime.Misp(modified);
        if (MispText.Of(about, "first_observed") is { } first) made["first_seen"] = first;
        if (MispText.Of(about, "last_observed") is { } last) made["last_seen"] = last;
        if (MispText.Of(about, "description") is { } description) made["comment"] = description;
        if (Tags(about) is { Count: > 0 } tags) made["Tag"] = tags;
    }

    /// <summary>The markings and labels of an object as tags.</summary>
    public JsonArray Tags(JsonElement about)
    {
        var holder = new JsonObject();
        if (about.ValueKind != JsonValueKind.Object) return [];
        // MISP cannot mark a part, so what a part bears binds the whole.
        var parts = MispText.Items(about, "granular_markings").Where(one => one.ValueKind == JsonValueKind.Object && one.TryGetProperty("marking_ref"u8, out _)).Select(one => one.GetProperty("marking_ref"u8));
        foreach (var reference in MispText.Items(about, "object_marking_refs").Concat(parts))
        {
            if (MispTags.Tag(_markings.Find(reference.ToString())) is { } tag) Tag(holder, tag);
            else Losses.Gone(MispPointer.Member(Shelf.Pointer(MispText.Of(about, "id")!), "object_marking_refs"), $"MISP has no tag for the marking {reference}; do not pass the event on before you know what it asks");
        }

        foreach (var label in MispText.Items(about, "labels").Select(label => label.ToString()).Where(label => !label.StartsWith("misp:", StringComparison.Ordinal))) Tag(holder, label);
        if (holder["Tag"] is not JsonArray tags) return [];
        holder.Remove("Tag");
        return tags;
    }

    /// <summary>Adds a tag once.</summary>
    public static void Tag(JsonObject holder, string name)
    {
        if (holder["Tag"] is not JsonArray tags) holder["Tag"] = tags = [];
        if (!tags.Any(tag => tag!["name"]!.GetValue<string>() == name)) tags.Add(new JsonObject { ["name"] = name });
    }
}
