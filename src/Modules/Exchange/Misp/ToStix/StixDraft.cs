using System.Text.Json;
using System.Text.Json.Nodes;
using Noroshi.Stix;

namespace Noroshi.Exchange.Misp;

/// <summary>The objects of a bundle as they are made: each identifier once.</summary>
internal sealed class StixDraft
{
    private readonly Dictionary<string, JsonObject> _byId = new(StringComparer.Ordinal);
    private readonly List<JsonObject> _items = [];

    /// <summary>In the order in which they were added.</summary>
    public IReadOnlyList<JsonObject> Items => _items;

    /// <summary>Adds an object. One that is there already stays, and is bound by the markings of both.</summary>
    /// <returns>False when it was there.</returns>
    public bool Add(JsonObject item)
    {
        var id = Observable.Id(item);
        if (_byId.TryAdd(id, item))
        {
            _items.Add(item);
            return true;
        }

        if (item["object_marking_refs"] is JsonArray more) Mark(_byId[id], more.Select(one => one!.GetValue<string>()));
        return false;
    }

    /// <summary>An object of that identifier is there.</summary>
    public bool Has(string id) => _byId.ContainsKey(id);

    /// <summary>Adds markings that an object does not bear yet.</summary>
    public static void Mark(JsonObject item, IEnumerable<string> markings)
    {
        List<string> all = [.. item["object_marking_refs"] is JsonArray there ? there.Select(one => one!.GetValue<string>()) : []];
        all.AddRange(markings.Where(id => !all.Contains(id, StringComparer.Ordinal)).Distinct(StringComparer.Ordinal));
        if (all.Count > 0) item["object_marking_refs"] = new JsonArray([.. all.Select(id => (JsonNode)id)]);
    }

    /// <summary>All of these are valid STIX.</summary>
    public static bool AreValid(IEnumerable<JsonObject> items)
    {
        var validator = new StixValidator();
        foreach (var item in items)
        {
            using var read = StixObject.Parse(JsonSerializer.SerializeToUtf8Bytes(item));
            validator.Validate(read);
        }

        return validator.Report.IsValid;
    }
}
