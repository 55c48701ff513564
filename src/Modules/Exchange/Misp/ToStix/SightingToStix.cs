using System.Text.Json;
using System.Text.Json.Nodes;

namespace Noroshi.Exchange.Misp;

/// <summary>Sightings of an attribute: seen, or a false positive. That one has expired travels beside only, because nobody says since when.</summary>
internal static class SightingToStix
{
    public static void Add(JsonElement attribute, string main, string pointer, EventFrame frame, IReadOnlyList<string> markings)
    {
        foreach (var (sighting, index) in MispText.Items(attribute, "Sighting").Select((sighting, index) => (sighting, index)))
        {
            var place = MispPointer.Item(MispPointer.Member(pointer, "Sighting"), index);
            var time = MispText.Time(sighting, "date_sighting") ?? frame.Time;
            var uuid = StixShapes.Uuid(sighting, place);
            var kind = MispText.Of(sighting, "type") ?? "0";
            if (kind is not ("0" or "1"))
            {
                frame.Losses.Beside(place, "that an attribute has expired has no object in STIX");
                continue;
            }

            var item = StixShapes.Domain(kind == "0" ? "sighting" : "opinion", uuid, time, frame, markings);
            if (kind == "0")
            {
                item["sighting_of_ref"] = main;
                item["count"] = 1;
                item["first_seen"] = MispTime.Stix(time);
                item["last_seen"] = MispTime.Stix(time);
                if (sighting.TryGetProperty("Organisation"u8, out var organisation) && StixShapes.Identity(organisation, time) is { } seer)
                {
                    StixDraft.Mark(seer, markings);
                    frame.Add(seer);
                    item["where_sighted_refs"] = new JsonArray(Observable.Id(seer));
                }
            }
            else
            {
                item["opinion"] = "strongly-disagree";
                item["explanation"] = "False positive";
                item["object_refs"] = new JsonArray(main);
            }

            if (StixDraft.AreValid([item])) frame.Add(item);
            else frame.Losses.Beside(place, "it cannot be said in STIX with these values");
        }
    }
}
