namespace Noroshi.Capacity.Iati.Model;

/// <summary>An organisation with a part in an activity, a transaction or a plan.</summary>
/// <param name="Ref">Its identifier.</param>
/// <param name="Type">Its kind, as a code of the standard.</param>
/// <param name="ActivityId">The activity on its side.</param>
/// <param name="Role">Its role, 1 funding to 4 implementing; only where it takes part in the whole activity.</param>
/// <param name="CrsChannel">Its channel in the creditor reporting system.</param>
/// <param name="Names">What it is called.</param>
internal sealed record Party(string? Ref, string? Type, string? ActivityId, string? Role, string? CrsChannel, Narratives Names)
{
    internal static Party Of(IatiElement element) =>
        new(element["ref"], element["type"], element["activity-id"] ?? element["provider-activity-id"] ?? element["receiver-activity-id"], element["role"], element["crs-channel-code"], Narratives.Of(element));

    internal static Party? Of(IatiElement parent, string name) => parent.First(name) is { } element ? Of(element) : null;

    internal IatiElement ToElement(string name) => IatiElement.Make(
        name,
        [("ref", Ref), ("type", Type), ("role", Role), (name switch { "provider-org" => "provider-activity-id", "receiver-org" => "receiver-activity-id", _ => "activity-id" }, ActivityId), ("crs-channel-code", CrsChannel)],
        Names.Elements);
}
