using System.Text.Json;
using System.Text.Json.Nodes;

namespace Noroshi.Exchange.Misp;

/// <summary>Clusters of galaxies: techniques, malware, tools, groups, states and sectors.</summary>
internal static class GalaxyToStix
{
    /// <summary>Adds the clusters of an event (<paramref name="main"/> null) or of an attribute, which is then related to them.</summary>
    public static void Add(JsonElement holder, string? main, string pointer, EventFrame frame, IReadOnlyList<string> markings)
    {
        foreach (var (galaxy, at) in MispText.Items(holder, "Galaxy").Select((galaxy, index) => (galaxy, MispPointer.Item(MispPointer.Member(pointer, "Galaxy"), index))))
        {
            foreach (var (cluster, index) in MispText.Items(galaxy, "GalaxyCluster").Select((cluster, index) => (cluster, index)))
            {
                var place = MispPointer.Item(MispPointer.Member(at, "GalaxyCluster"), index);
                var item = Of(galaxy, cluster, place, frame, markings);
                if (!StixDraft.AreValid([item]))
                {
                    frame.Losses.Beside(place, "the cluster cannot be said in STIX with these values");
                    continue;
                }

                frame.Add(item);
                if (main is not null) frame.Add(StixShapes.Relationship(Verb(main, item), main, Observable.Id(item), frame.Time, frame, markings));
            }
        }
    }

    private static string Verb(string main, JsonObject item) =>
        main.StartsWith("indicator--", StringComparison.Ordinal) && item["type"]!.GetValue<string>() is "attack-pattern" or "campaign" or "intrusion-set" or "malware" or "threat-actor" or "tool" ? "indicates" : "related-to";

    private static JsonObject Of(JsonElement galaxy, JsonElement cluster, string pointer, EventFrame frame, IReadOnlyList<string> markings)
    {
        var kind = MispText.Of(galaxy, "type") ?? MispText.Of(cluster, "type") ?? "unknown";
        var type = Type(kind);
        var uuid = MispText.Of(cluster, "uuid") is not null ? StixShapes.Uuid(cluster, pointer) : StableId.Of("x", kind, MispText.Of(cluster, "value") ?? "")[3..];
        // A cluster is the galaxy's, not the event's: its time is fixed, so that it is the same object in all events.
        var item = StixShapes.Domain(type, uuid, frame.Time, frame with { Author = null }, markings);
        var value = MispText.Of(cluster, "value") ?? MispText.Of(cluster, "tag_name") ?? kind;
        var external = MispText.Items(Meta(cluster), "external_id").Concat(Single(cluster, "external_id")).Select(one => one.ToString()).FirstOrDefault(one => one.Length > 0);
        var name = external is not null && value.EndsWith(" - " + external, StringComparison.Ordinal) ? value[..^(external.Length + 3)] : value;
        item[type == "x-misp-galaxy-cluster" ? "x_misp_value" : "name"] = name;
        if ((MispText.Of(cluster, "description") ?? MispText.Of(galaxy, "description")) is { } description) item["description"] = description;
        switch (type)
        {
            case "malware":
                item["is_family"] = true;
                break;
            case "identity":
                item["identity_class"] = "class";
                break;
            case "location":
                item[kind == "country" && Texts(cluster, "ISO").FirstOrDefault() is not null ? "country" : "region"] = kind == "country" && Texts(cluster, "ISO").FirstOrDefault() is { } code ? code.ToUpperInvariant() : Region(name);
                break;
            case "x-misp-galaxy-cluster":
                item["x_misp_type"] = kind;
                break;
        }

        List<string> synonyms = [.. Texts(cluster, "synonyms").Where(one => one != name).Distinct(StringComparer.Ordinal)];
        if (synonyms.Count > 0 && type is "malware" or "intrusion-set" or "threat-actor" or "tool" or "attack-pattern") item["aliases"] = new JsonArray([.. synonyms.Select(one => (JsonNode)one)]);
        Refer(item, type, external, cluster);
        List<JsonNode> phases = [.. Texts(cluster, "kill_chain").Select(one => one.Split(':')).Where(parts => parts.Length >= 2).Select(parts => (JsonNode)new JsonObject { ["kill_chain_name"] = parts[0], ["phase_name"] = parts[^1] })];
        if (phases.Count > 0 && type is "attack-pattern" or "malware" or "tool") item["kill_chain_phases"] = new JsonArray([.. phases]);
        StixShapes.Label(item, [$"misp:galaxy-name=\"{MispText.Of(galaxy, "name") ?? kind}\"", $"misp:galaxy-type=\"{kind}\""], default);
        return item;
    }

    private static void Refer(JsonObject item, string type, string? external, JsonElement cluster)
    {
        List<JsonNode> references = [];
        if (external is not null) references.Add(new JsonObject { ["source_name"] = type == "vulnerability" ? "cve" : external.StartsWith("CAPEC", StringComparison.Ordinal) ? "capec" : "mitre-attack", ["external_id"] = external });
        references.AddRange(Texts(cluster, "refs").Where(one => Uri.IsWellFormedUriString(one, UriKind.Absolute)).Select(one => (JsonNode)new JsonObject { ["source_name"] = "url", ["url"] = one }));
        if (references.Count > 0) item["external_references"] = new JsonArray([.. references]);
    }

    private static string Type(string galaxy) => galaxy switch
    {
        _ when galaxy.EndsWith("attack-pattern", StringComparison.Ordinal) => "attack-pattern",
        _ when galaxy.EndsWith("course-of-action", StringComparison.Ordinal) => "course-of-action",
        _ when galaxy.EndsWith("intrusion-set", StringComparison.Ordinal) => "intrusion-set",
        _ when galaxy.EndsWith("malware", StringComparison.Ordinal) || galaxy is "malpedia" or "ransomware" or "botnet" or "rat" or "banker" or "backdoor" or "stealer" or "android" or "exploit-kit" => "malware",
        _ when galaxy.EndsWith("tool", StringComparison.Ordinal) => "tool",
        _ when galaxy.EndsWith("threat-actor", StringComparison.Ordinal) || galaxy == "microsoft-activity-group" => "threat-actor",
        _ when galaxy.EndsWith("vulnerability", StringComparison.Ordinal) => "vulnerability",
        _ when galaxy.EndsWith("campaign", StringComparison.Ordinal) => "campaign",
        "country" or "region" => "location",
        "sector" => "identity",
        _ => "x-misp-galaxy-cluster",
    };

    private static string Region(string name) => string.Concat(name.ToLowerInvariant().Select(letter => char.IsAsciiLetter(letter) ? letter : '-')).Trim('-');

    private static JsonElement Meta(JsonElement cluster) => cluster.TryGetProperty("meta"u8, out var meta) && meta.ValueKind == JsonValueKind.Object ? meta : default;

    private static IEnumerable<JsonElement> Single(JsonElement cluster, string name) => Meta(cluster) is { ValueKind: JsonValueKind.Object } meta && meta.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? [value] : [];

    private static IEnumerable<string> Texts(JsonElement cluster, string name) =>
        MispText.Items(Meta(cluster), name).Concat(Single(cluster, name)).Where(one => one.ValueKind == JsonValueKind.String).Select(one => one.GetString()!).Where(one => one.Length > 0);
}
