namespace Noroshi.Capacity.Iati.Model;

/// <summary>A target or an actual value.</summary>
/// <param name="Value">The value; null where the file says none, which is not zero.</param>
/// <param name="Details">Locations, dimensions, comments and documents as read.</param>
internal sealed record Measured(string? Value, IReadOnlyList<IatiElement> Details)
{
    internal static Measured Of(IatiElement element) => new(element["value"], element.Children);

    internal IatiElement ToElement(string name) => IatiElement.Make(name, [("value", Value)], Details);
}
