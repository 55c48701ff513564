using System.Collections.Frozen;

namespace Noroshi.Stix;

/// <summary>An object, a part of one, or a predefined extension: its properties and the rules between them.</summary>
/// <remarks><c>Extends</c>: The type that an extension belongs to; empty otherwise.</remarks>
internal sealed record ShapeRow(string Name, StixCategory Category, string Extends, IReadOnlyList<PropertyRow> Properties, IReadOnlyList<ShapeRule> Rules)
{
    private readonly FrozenDictionary<string, PropertyRow> _byName = Properties.ToFrozenDictionary(property => property.Name, StringComparer.Ordinal);

    /// <summary>The bits of what must be there.</summary>
    public ulong Required { get; } = Properties.Where(property => property.Required).Aggregate(0UL, (mask, property) => mask | property.Mask);

    /// <summary>The contributing properties of a cyber-observable's identifier (section 2.9), in the order of the specification.</summary>
    public IReadOnlyList<string> Identity { get; } = Rules.FirstOrDefault(rule => rule.Kind == ShapeRuleKind.Identity)?.Names ?? [];

    public PropertyRow? Find(ReadOnlySpan<char> name) => _byName.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var row) ? row : null;
}
