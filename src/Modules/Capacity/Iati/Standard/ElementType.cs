namespace Noroshi.Capacity.Iati.Standard;

/// <summary>What an element of the standard may have: attributes, and children in their order or a value.</summary>
internal sealed class ElementType
{
    private sbyte[] _childPlaces = [], _attributePlaces = [];

    internal ElementType(ContentKind content, ValueKind value, IReadOnlyList<AttributeRule> attributes, IReadOnlyList<Particle> children, bool isOpen, Spot spot)
    {
        (Content, Value, Attributes, Children, IsOpen, Spot) = (content, value, [.. attributes], [.. children], isOpen, spot);
        for (var at = 0; at < Attributes.Length; at++) if (Attributes[at].IsRequired) Required |= 1UL << at;
    }

    /// <summary>What it holds.</summary>
    internal ContentKind Content { get; }

    /// <summary>What its value must be, where it holds one.</summary>
    internal ValueKind Value { get; }

    /// <summary>Its attributes in no namespace, and <c>xml:lang</c> where it is named.</summary>
    internal AttributeRule[] Attributes { get; }

    /// <summary>Its children in their order.</summary>
    internal Particle[] Children { get; }

    /// <summary>Whether attributes of other namespaces may be added.</summary>
    internal bool IsOpen { get; }

    /// <summary>Which rule looks at it, beyond its structure.</summary>
    internal Spot Spot { get; }

    /// <summary>Bits of the attributes that must be there.</summary>
    internal ulong Required { get; }

    /// <summary>Where a child stands in the order; -1 where it has no place.</summary>
    internal int PlaceOfChild(int name) => _childPlaces[name];

    /// <summary>Where an attribute stands in <see cref="Attributes"/>; -1 where it has no place.</summary>
    internal int PlaceOfAttribute(int name) => _attributePlaces[name];

    /// <summary>Lays out the look-ups once all names are known.</summary>
    internal void Settle(int names)
    {
        if (_childPlaces.Length > 0) return;
        (_childPlaces, _attributePlaces) = (new sbyte[names], new sbyte[names]);
        _childPlaces.AsSpan().Fill(-1);
        _attributePlaces.AsSpan().Fill(-1);
        for (var at = 0; at < Attributes.Length; at++) _attributePlaces[Attributes[at].Name] = (sbyte)at;
        for (var at = 0; at < Children.Length; at++) _childPlaces[Children[at].Name] = (sbyte)at;
        foreach (var child in Children) child.Type?.Settle(names);
    }
}
