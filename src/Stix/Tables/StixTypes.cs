namespace Noroshi.Stix;

/// <summary>The types that STIX 2.1 defines.</summary>
public static class StixTypes
{
    /// <summary>Every type of the specification, in alphabetical order, without <c>bundle</c>.</summary>
    public static IReadOnlyList<string> All { get; } = [.. TypeTable.Objects.Values.Select(shape => shape.Name).Order(StringComparer.Ordinal)];

    /// <summary>What sort of thing a type is; types that are not of the specification are custom.</summary>
    public static StixCategory CategoryOf(ReadOnlySpan<char> type) =>
        type is "bundle" ? StixCategory.Bundle : TypeTable.Find(type)?.Category ?? StixCategory.Custom;
}
