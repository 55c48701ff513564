namespace Noroshi.Capacity.Iati.Model;

/// <summary>What was measured before.</summary>
/// <param name="Year">The year.</param>
/// <param name="Day">The day, where the file says it.</param>
/// <param name="Value">The value; null where the file says none, which is not zero.</param>
/// <param name="Details">Locations, dimensions, documents and comments as read.</param>
internal sealed record Baseline(string Year, string? Day, string? Value, IReadOnlyList<IatiElement> Details)
{
    internal static Baseline Of(IatiElement element) => new(element["year"]!, element["iso-date"], element["value"], element.Children);

    internal IatiElement ToElement() => IatiElement.Make("baseline", [("iso-date", Day), ("year", Year), ("value", Value)], Details);
}
