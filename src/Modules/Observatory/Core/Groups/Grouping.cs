namespace Noroshi.Observatory.Core;

/// <summary>One grouping: a field, or several joined by <c>+</c> that group together.</summary>
internal sealed record Grouping(string Name, IReadOnlyList<GroupField> Fields)
{
    public static IEnumerable<string> KnownFields => Enum.GetNames<GroupField>().Select(name => name.ToLowerInvariant());

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
            var fields = new List<GroupField>();
            foreach (var name in part.Split('+', StringSplitOptions.TrimEntries))
            {
                if (!KnownFields.Contains(name, StringComparer.OrdinalIgnoreCase))
                {
                    problem = $"'{name}' is nothing to group by. Use {string.Join(", ", KnownFields)}, several joined by + to group together, lists separated by commas.";
                    return null;
                }

                var field = Enum.Parse<GroupField>(name, ignoreCase: true);
                if (!fields.Contains(field)) fields.Add(field);
            }

            var grouping = new Grouping(string.Join('+', fields).ToLowerInvariant(), fields);
            if (groupings.TrueForAll(each => each.Name != grouping.Name)) groupings.Add(grouping);
        }

        if (groupings.Count == 0) problem = "Nothing to group by was given.";
        return groupings.Count == 0 ? null : groupings;
    }

    public bool Has(GroupField field) => Fields.Contains(field);
}
