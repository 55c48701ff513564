using System.Text;
using System.Text.Json.Nodes;

namespace Noroshi.Exchange.Misp;

/// <summary>What came from MISP and comes back as it was, and which objects of the bundle are explained by that.</summary>
/// <param name="Events">Whole events, with what belongs to them.</param>
/// <param name="Attributes">Attributes that belong to no event.</param>
/// <param name="Explained">Identifiers of the objects that these would make again.</param>
internal sealed record Restored(List<JsonObject> Events, List<JsonObject> Attributes, HashSet<string> Explained)
{
    /// <summary>Takes what the extension carries.</summary>
    public static Restored From(StixShelf shelf)
    {
        List<(string Id, string Kind, JsonObject Misp)> carried = [.. shelf.Order.Select(id => (Id: id, Taken: MispExtension.Take(shelf.Find(id)!.Value))).Where(one => one.Taken is not null).Select(one => (one.Id, one.Taken!.Value.Kind, one.Taken.Value.Misp))];
        List<JsonObject> events = [];
        Dictionary<string, JsonObject> holders = new(StringComparer.Ordinal);
        foreach (var (id, _, misp) in carried.Where(one => one.Kind == "event"))
        {
            events.Add(misp);
            foreach (var held in MispText.Items(shelf.Find(id)!.Value, "object_refs")) holders.TryAdd(held.ToString(), misp);
        }

        List<JsonObject> loose = [];
        foreach (var (id, kind, misp) in carried.Where(one => one.Kind != "event"))
        {
            if (!holders.TryGetValue(id, out var holder))
            {
                // An object of MISP stands in an event or nowhere.
                if (kind == "attribute") loose.Add(misp);
                continue;
            }

            var list = kind == "attribute" ? "Attribute" : "Object";
            if (holder[list] is not JsonArray there) holder[list] = there = [];
            there.Add(misp);
        }

        return new Restored(events, loose, Explain(events, loose));
    }

    // Made again from what is restored: whatever has the same identifier says nothing more.
    private static HashSet<string> Explain(List<JsonObject> events, List<JsonObject> loose)
    {
        HashSet<string> ids = new(StringComparer.Ordinal);
        var all = new JsonArray([.. events.Select(one => (JsonNode)new JsonObject { ["Event"] = one.DeepClone() }), .. loose.Select(one => one.DeepClone())]);
        if (all.Count == 0) return ids;
        var again = MispToStix.Convert(MispReader.Read(Encoding.UTF8.GetBytes(all.ToJsonString()))).Result;
        foreach (var item in again["objects"]!.AsArray()) ids.Add(item!["id"]!.GetValue<string>());
        return ids;
    }
}
