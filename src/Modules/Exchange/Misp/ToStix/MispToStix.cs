using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Noroshi.Exchange.Misp;

/// <summary>Events and attributes of MISP as one bundle of STIX 2.1. The same input makes the same bundle.</summary>
internal static class MispToStix
{
    /// <summary>Converts.</summary>
    public static StixOutcome Convert(MispContent content)
    {
        var (draft, losses) = (new StixDraft(), new LossList());
        foreach (var definition in MispExtension.Definitions()) draft.Add(definition);
        foreach (var (item, pointer) in content.Events) AddEvent(item, pointer, draft, losses);
        var loose = new EventFrame(draft, losses, null, DateTimeOffset.UnixEpoch, []);
        foreach (var (attribute, pointer) in content.Attributes)
        {
            if (MispText.Time(attribute, "timestamp") is null) losses.Beside(pointer, "it has no timestamp; STIX needs one, and 1970 stands for it");
            AttributeToStix.Add(attribute, pointer, loose);
        }

        foreach (var definition in MarkedFixed(draft)) draft.Add(definition);
        var bundle = new JsonObject { ["type"] = "bundle", ["id"] = BundleId(content) };
        // Without events and attributes there is nothing that the extension would explain.
        if (content.Events.Count + content.Attributes.Count > 0) bundle["objects"] = new JsonArray([.. draft.Items]);
        return new StixOutcome(bundle, losses);
    }

    private static string BundleId(MispContent content) => content.Events.Count == 1 && content.Attributes.Count == 0
        ? $"bundle--{StixShapes.Uuid(content.Events[0].Event, "")}"
        : StableId.Of("bundle", [.. content.Events.Select(one => one.Event.GetRawText()), .. content.Attributes.Select(one => one.Attribute.GetRawText())]);

    // The explanation of the extension bears TLP:CLEAR, whose definition goes with it.
    private static IEnumerable<JsonObject> MarkedFixed(StixDraft draft) => draft.Has(MispExtension.Id) ? [MispTags.Marking("tlp:clear")!] : [];

    private static void AddEvent(JsonElement item, string pointer, StixDraft draft, LossList losses)
    {
        var time = MispText.Time(item, "timestamp") ?? Day(item) ?? DateTimeOffset.UnixEpoch;
        var markings = StixShapes.Markings(item, draft);
        var author = Author(item, time);
        if (author is not null)
        {
            StixDraft.Mark(author, markings);
            draft.Add(author);
        }

        var frame = new EventFrame(draft, losses, author is null ? null : Observable.Id(author), time, markings);
        GalaxyToStix.Add(item, null, pointer, frame, markings);
        foreach (var (attribute, index) in MispText.Items(item, "Attribute").Select((attribute, index) => (attribute, index))) AttributeToStix.Add(attribute, MispPointer.Item(MispPointer.Member(pointer, "Attribute"), index), frame);
        foreach (var (inner, index) in MispText.Items(item, "Object").Select((inner, index) => (inner, index))) ObjectToStix.Add(inner, MispPointer.Item(MispPointer.Member(pointer, "Object"), index), frame);
        ObjectToStix.Draw(frame);
        var container = Container(item, pointer, frame);
        draft.Add(container);
        AddReports(item, pointer, Observable.Id(container), frame);
        if (item.TryGetProperty("SharingGroup"u8, out var group) && group.ValueKind == JsonValueKind.Object) losses.Beside(MispPointer.Member(pointer, "SharingGroup"), "STIX has no sharing groups; whoever shares it again must decide by its markings");
    }

    private static JsonObject? Author(JsonElement item, DateTimeOffset time)
    {
        foreach (var name in new[] { "Orgc", "Org" })
        {
            if (item.TryGetProperty(name, out var organisation) && StixShapes.Identity(organisation, time) is { } identity) return identity;
        }

        return null;
    }

    private static JsonObject Container(JsonElement item, string pointer, EventFrame frame)
    {
        var published = MispText.Flag(item, "published");
        var made = StixShapes.Domain(published ? "report" : "grouping", StixShapes.Uuid(item, pointer), frame.Time, frame, frame.Markings);
        made["name"] = MispText.Of(item, "info") ?? "MISP";
        if (published) made["published"] = MispTime.Stix(MispText.Time(item, "publish_timestamp") ?? frame.Time);
        else made["context"] = "suspicious-activity";
        StixShapes.Label(made, [], item);
        // A container must hold something; of an empty event its author is all that is known.
        List<string> refs = frame.Refs.Count > 0 ? frame.Refs : frame.Author is not null ? [frame.Author] : [MispExtension.Id];
        made["object_refs"] = new JsonArray([.. refs.Select(id => (JsonNode)id)]);
        MispExtension.Put(made, "event", MispRest.Of(item, pointer, frame.Losses, "Attribute", "Object"));
        return made;
    }

    private static void AddReports(JsonElement item, string pointer, string container, EventFrame frame)
    {
        foreach (var (report, index) in MispText.Items(item, "EventReport").Select((report, index) => (report, index)))
        {
            var place = MispPointer.Item(MispPointer.Member(pointer, "EventReport"), index);
            if (MispText.Of(report, "content") is not { } content)
            {
                frame.Losses.Beside(place, "an event report without content has no object in STIX");
                continue;
            }

            var note = StixShapes.Domain("note", StixShapes.Uuid(report, place), MispText.Time(report, "timestamp") ?? frame.Time, frame, frame.Markings);
            if (MispText.Of(report, "name") is { } name) note["abstract"] = name;
            note["content"] = content;
            note["object_refs"] = new JsonArray(container);
            frame.Draft.Add(note);
        }
    }

    private static DateTimeOffset? Day(JsonElement item) =>
        MispText.Of(item, "date") is { } text && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero) : null;
}
