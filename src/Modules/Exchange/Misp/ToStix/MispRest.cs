using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Noroshi.Exchange.Misp;

/// <summary>An object of MISP as it can travel: without what means something on one server only, such as row numbers, and without the address of the person who made it.</summary>
internal static class MispRest
{
    private static readonly FrozenSet<string> _server = FrozenSet.Create(StringComparer.Ordinal,
        "id", "event_id", "object_id", "org_id", "orgc_id", "attribute_id", "user_id", "galaxy_id", "galaxy_cluster_id", "tag_id", "referenced_id", "sharing_group_id", "event_creator_email", "attribute_count",
        "proposal_email_lock", "locked", "RelatedEvent", "RelatedAttribute", "ShadowAttribute", "Feed", "warnings");

    /// <summary>A copy without these, and without some members; what was left is told.</summary>
    public static JsonObject Of(JsonElement item, string pointer, LossList losses, params ReadOnlySpan<string> except)
    {
        var copy = new JsonObject();
        foreach (var member in item.EnumerateObject())
        {
            if (except.Contains(member.Name)) continue;
            if (_server.Contains(member.Name)) losses.Server(MispPointer.Member(pointer, member.Name), "means something on the server it came from only");
            else if (member.Name is "Note" or "Opinion" or "Relationship" && member.Value.ValueKind == JsonValueKind.Array) Beside(copy, member, pointer, losses);
            else copy[member.Name] = Node(member.Name, member.Value, MispPointer.Member(pointer, member.Name), losses);
        }

        return copy;
    }

    // What analysts say about something may itself be commented; it travels whole.
    private static void Beside(JsonObject copy, JsonProperty member, string pointer, LossList losses)
    {
        var place = MispPointer.Member(pointer, member.Name);
        losses.Beside(place, "what analysts added is not made into objects of STIX");
        copy[member.Name] = Node(member.Name, member.Value, place, losses);
    }

    private static JsonNode? Node(string name, JsonElement value, string pointer, LossList losses) => value.ValueKind switch
    {
        JsonValueKind.Object when name is not ("meta" or "SharingGroup") => Of(value, pointer, losses),
        JsonValueKind.Array when name is not "meta" => new JsonArray([.. value.EnumerateArray().Select((item, index) => Node("", item, MispPointer.Item(pointer, index), losses))]),
        JsonValueKind.Object => JsonObject.Create(value),
        JsonValueKind.Array => JsonArray.Create(value),
        _ => JsonValue.Create(value),
    };
}
