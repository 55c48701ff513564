namespace Noroshi.Capacity.Iati.Model;

/// <summary>On which terms money flows: of an activity by default, or of one transaction.</summary>
/// <param name="Flow">Flow type.</param>
/// <param name="Finance">Finance type.</param>
/// <param name="Aid">Aid types, one a vocabulary.</param>
/// <param name="Tied">3 partially tied, 4 tied, 5 untied; null where the file says nothing.</param>
internal sealed record Terms(string? Flow, string? Finance, IReadOnlyList<(string Code, string? Vocabulary)> Aid, string? Tied)
{
    internal static Terms Of(IatiElement element, string prefix) => new(
        element.CodeOf(prefix + "flow-type"), element.CodeOf(prefix + "finance-type"), element.All(prefix + "aid-type", each => (each["code"]!, each["vocabulary"])), element.CodeOf(prefix + "tied-status"));

    internal IEnumerable<IatiElement?> ToElements(string prefix) =>
    [
        IatiElement.Code(prefix + "flow-type", Flow),
        IatiElement.Code(prefix + "finance-type", Finance),
        .. Aid.Select(each => IatiElement.Make(prefix + "aid-type", [("code", each.Code), ("vocabulary", each.Vocabulary)])),
        IatiElement.Code(prefix + "tied-status", Tied),
    ];
}
