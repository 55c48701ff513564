namespace Noroshi.Capacity.Iati.Standard;

/// <summary>The words in which <see cref="Iati203"/> writes the standard down.</summary>
internal sealed class Shapes(NameTable names)
{
    /// <summary>Elements of other namespaces, as many as there are.</summary>
    internal Particle Others { get; } = new(0, null, false, true);

    internal Particle One(string name, ElementType type) => new(names.Add(name), type, true, false);

    internal Particle Maybe(string name, ElementType type) => new(names.Add(name), type, false, false);

    internal Particle Some(string name, ElementType type) => new(names.Add(name), type, true, true);

    internal Particle Any(string name, ElementType type) => new(names.Add(name), type, false, true);

    /// <summary>An element that holds the children in this order, and behind them elements of other namespaces.</summary>
    /// <param name="attributes">Names, each with <c>=Kind</c> where it is not text, <c>=@List</c> where it is a code, and with <c>!</c> where it is required.</param>
    /// <param name="children">Its children.</param>
    internal ElementType Element(string attributes, params Particle[] children) => At(Spot.None, attributes, children);

    /// <summary>An element that holds nothing but a code of a list.</summary>
    internal ElementType Code(string list) => Element($"code=@{list}!");

    /// <summary>The same, for an element that a rule looks at.</summary>
    internal ElementType At(Spot spot, string attributes, params Particle[] children) =>
        new(ContentKind.Elements, ValueKind.Text, Rules(attributes), children.Contains(Others) ? children : [.. children, Others], isOpen: true, spot);

    /// <summary>An element that takes no attributes of other namespaces.</summary>
    internal ElementType Closed(string attributes, params Particle[] children) => new(ContentKind.Elements, ValueKind.Text, Rules(attributes), [.. children, Others], isOpen: false, Spot.None);

    /// <summary>An element that holds a value.</summary>
    internal ElementType Value(ValueKind kind, string attributes = "", Spot spot = Spot.None, bool isOpen = true) => new(ContentKind.Value, kind, Rules(attributes), [], isOpen, spot);

    private List<AttributeRule> Rules(string attributes) => [.. attributes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Rule)];

    private AttributeRule Rule(string written)
    {
        var required = written.EndsWith('!');
        var parts = written.TrimEnd('!').Split('=');
        return parts is [_, ['@', .. var list]] ? new AttributeRule(names.Add(parts[0]), ValueKind.Text, required, CodeLists.All[list])
            : new AttributeRule(names.Add(parts[0]), parts.Length == 1 ? ValueKind.Text : Enum.Parse<ValueKind>(parts[1]), required, null);
    }
}
