namespace Noroshi.Observatory.Core;

/// <summary>One grouping: a field, or several joined by <c>+</c> that group together.</summary>
internal sealed class Grouping
{
    private static readonly string[] Names = Array.ConvertAll(Enum.GetNames<GroupField>(), name => name.ToLowerInvariant());

    private readonly GroupField[] fields;
    private readonly int bits;

    private Grouping(string[] names, GroupField[] fields)
    {
        Name = string.Join('+', names);
        this.fields = fields;
        foreach (var field in fields) bits |= 1 << (int)field;
    }

    public static IReadOnlyList<string> KnownFields => Names;

    public string Name { get; }

    /// <summary>The fields in the order asked for, each once.</summary>
    public ReadOnlySpan<GroupField> Fields => fields;

    /// <summary>True where the answer needs country or network data.</summary>
    public bool NeedsGeography => Has(GroupField.Country) || Has(GroupField.Asn);

    /// <summary>Reads <c>country,asn,source24+proto+port</c>.</summary>
    /// <returns>Null with an explanation where a name is not known.</returns>
    public static IReadOnlyList<Grouping>? Parse(string text, out string? problem)
    {
        var groupings = new List<Grouping>();
        problem = null;
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var names = new List<string>();
            foreach (var name in part.Split('+', StringSplitOptions.TrimEntries))
            {
                if (Array.Find(Names, known => known.Equals(name, StringComparison.OrdinalIgnoreCase)) is not { } known)
                {
                    problem = $"'{name}' is nothing to group by. Use {string.Join(", ", Names)}, several joined by + to group together, lists separated by commas.";
                    return null;
                }

                if (!names.Contains(known)) names.Add(known);
            }

            string[] asked = [.. names];
            var grouping = new Grouping(asked, Array.ConvertAll(asked, static name => (GroupField)Array.IndexOf(Names, name)));
            if (groupings.TrueForAll(each => each.Name != grouping.Name)) groupings.Add(grouping);
        }

        if (groupings.Count == 0) problem = "Nothing to group by was given.";
        return groupings.Count == 0 ? null : groupings;
    }

    public bool Has(GroupField field) => (bits & (1 << (int)field)) != 0;
}
