namespace Noroshi.Stix;

/// <summary>A rule between the properties of one shape.</summary>
/// <remarks><c>Mask</c>: The bits of the named properties.</remarks>
internal sealed record ShapeRule(ShapeRuleKind Kind, IReadOnlyList<string> Names, ulong Mask)
{
    /// <summary>For an order: whether both may be the same instant.</summary>
    public bool OrEqual { get; init; }
}

/// <summary>The words after <c>&gt;</c> in <c>objects.txt</c>.</summary>
internal enum ShapeRuleKind
{
    Any,
    One,
    With,
    Order,
    Identity,
    Filled,
}
