using System.Globalization;
using System.Text.Json.Nodes;
using Noroshi.Stix;

namespace Noroshi.Exchange.Misp;

/// <summary>Objects of STIX 2.1 as events of MISP: what came from MISP as it was, everything else as far as MISP has words for it.</summary>
internal static class StixToMisp
{
    /// <summary>Converts a bundle, an object, or objects one per line.</summary>
    /// <exception cref="StixFormatException">It is no JSON.</exception>
    public static StixOutcome Convert(Stream stream)
    {
        var losses = new LossList();
        var shelf = StixShelf.Read(stream, losses);
        var restored = Restored.From(shelf);
        List<string> foreign = [.. shelf.Order.Where(id => !restored.Explained.Contains(id))];
        var target = foreign.Any(id => !IsFrame(shelf.Type(id))) || (restored.Events.Count == 0 && restored.Attributes.Count == 0) ? Target(restored, shelf, foreign, losses) : null;
        if (target is not null) new ForeignObjects(target, foreign).Convert();
        return new StixOutcome(Wrapped(restored), losses);
    }

    // They explain or name other things, and make no event by themselves.
    private static bool IsFrame(string type) => type is "marking-definition" or "extension-definition" or "identity";

    private static ForeignEvent Target(Restored restored, StixShelf shelf, List<string> foreign, LossList losses)
    {
        if (restored.Events.Count == 1) return new ForeignEvent(restored.Events[0], shelf, losses);
        var container = foreign.Find(id => shelf.Type(id) is "report" or "grouping");
        var made = new JsonObject { ["uuid"] = container is null ? StableId.Of("x", string.Join('\n', shelf.Order))[3..] : ForeignEvent.Uuid(container), ["info"] = "STIX 2.1", ["distribution"] = "0", ["published"] = false };
        restored.Events.Add(made);
        var target = new ForeignEvent(made, shelf, losses);
        if (container is not null) Fill(made, container, target);
        else if (shelf.Order.Select(id => MispText.Seen(shelf.Find(id)!.Value, "modified")).Max() is { } latest) Date(made, latest);
        return target;
    }

    private static void Fill(JsonObject made, string container, ForeignEvent target)
    {
        var item = target.Shelf.Find(container)!.Value;
        made["info"] = MispText.Of(item, "name") ?? "STIX 2.1";
        target.Describe(made, item);
        made.Remove("comment");
        if (MispText.Seen(item, "modified") is { } modified) Date(made, modified);
        if (MispText.Of(item, "type") == "report") made["published"] = MispText.Seen(item, "published") is not null;
        if (target.Shelf.Find(MispText.Of(item, "created_by_ref")) is { } author && MispText.Of(author, "name") is { } name)
        {
            made["Orgc"] = new JsonObject { ["name"] = name, ["uuid"] = ForeignEvent.Uuid(MispText.Of(author, "id")!) };
            made["Org"] = made["Orgc"]!.DeepClone();
        }

        if (MispText.Of(item, "description") is { } description) Report(made, container, "Description", description);
        target.Made[container] = made;
    }

    private static void Date(JsonObject made, DateTimeOffset time)
    {
        made["date"] = time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        made["timestamp"] = MispTime.Misp(time);
    }

    /// <summary>Adds a report of the event: texts that belong to no attribute.</summary>
    internal static void Report(JsonObject made, string id, string name, string content)
    {
        if (made["EventReport"] is not JsonArray reports) made["EventReport"] = reports = [];
        reports.Add(new JsonObject { ["uuid"] = StableId.Of("x", id, name)[3..], ["name"] = name, ["content"] = content });
    }

    private static JsonObject Wrapped(Restored restored)
    {
        if (restored.Events.Count == 0) return new JsonObject { ["Attribute"] = new JsonArray([.. restored.Attributes]) };
        if (restored.Events.Count == 1 && restored.Attributes.Count == 0) return new JsonObject { ["Event"] = restored.Events[0] };
        return new JsonObject { ["response"] = new JsonArray([.. restored.Events.Select(one => (JsonNode)new JsonObject { ["Event"] = one }), .. restored.Attributes]) };
    }
}
