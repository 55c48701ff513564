using System.Globalization;
using System.Text;
using Dapper;

namespace Noroshi.Exchange.Store;

/// <summary>Which objects of a collection are asked for. Turned into one statement that walks along an index from a place on.</summary>
internal sealed record ObjectQuestion
{
    /// <summary>Only what was added after this; 0 from the beginning.</summary>
    public long After { get; init; }

    /// <summary>Only these identifiers; none means all.</summary>
    public IReadOnlyList<string> Ids { get; init; } = [];

    /// <summary>Only these types; none means all.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>Only these versions of STIX; none means the newest in which each object is here.</summary>
    public IReadOnlyList<string> Specs { get; init; } = [];

    /// <summary>Which versions; several are joined.</summary>
    public IReadOnlyList<VersionChoice> Versions { get; init; } = [VersionChoice.Last];

    /// <summary>Order keys of dated versions.</summary>
    public IReadOnlyList<string> Dates { get; init; } = [];

    /// <summary>Newest first; then <see cref="After"/> means before.</summary>
    public bool NewestFirst { get; init; }

    /// <summary>Only what has this in its label, whatever the case; empty asks nothing.</summary>
    public string Text { get; init; } = "";

    /// <summary>The time of addition; where identifiers are asked for, in a form that no index has, so that the databases find those first instead of walking along the times.</summary>
    internal string Order => Ids.Count > 0 ? "(m.added + 0)" : "m.added";

    /// <summary>The condition on rows of <c>exchange_member m</c>; values are parameters.</summary>
    internal string Where(DynamicParameters values)
    {
        var sql = new StringBuilder("m.collection = @collection AND ").Append(Order).Append(NewestFirst ? " <" : " >").Append(" @after");
        if (Ids.Count > 0) sql.Append(" AND ").Append(OneOf("m.id", "id", Ids, values));
        if (Types.Count > 0) sql.Append(" AND ").Append(OneOf("m.type", "type", Types, values));
        if (Text.Length > 0)
        {
            values.Add("text", "%" + Text.ToLowerInvariant().Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal) + "%");
            sql.Append(" AND EXISTS (SELECT 1 FROM exchange_label l WHERE l.place = m.place AND l.label LIKE @text ESCAPE '!')");
        }

        // Both versions of STIX that are kept here: the same as any.
        var specs = Specs.Count >= 2 ? [] : Specs;
        if (specs.Count > 0) sql.Append(" AND ").Append(OneOf("m.spec", "spec", specs, values));
        var (last, first) = Specs.Count switch
        {
            0 => (Standing.NewestSpec | Standing.LastOfSpec, Standing.NewestSpec | Standing.FirstOfSpec),
            1 => (Standing.LastOfSpec, Standing.FirstOfSpec),
            _ => (Standing.Last, Standing.First),
        };
        if (Specs.Count == 0 && Versions is [VersionChoice.Last]) return sql.Append(" AND m.current = 1").ToString();
        if (Specs.Count == 0) sql.Append(" AND ").Append(Has(Standing.NewestSpec));
        if (Versions.Contains(VersionChoice.All)) return sql.ToString();
        List<string> either = [];
        if (Versions.Contains(VersionChoice.Last)) either.Add(Has(last));
        if (Versions.Contains(VersionChoice.First)) either.Add(Has(first));
        if (Dates.Count > 0) either.Add(OneOf("m.version", "date", Dates, values));
        return sql.Append(" AND (").AppendJoin(" OR ", either).Append(')').ToString();
    }

    private static string Has(Standing standing) => string.Create(CultureInfo.InvariantCulture, $"(m.standing & {(int)standing}) = {(int)standing}");

    private static string OneOf(string column, string name, IReadOnlyList<string> wanted, DynamicParameters values)
    {
        for (var index = 0; index < wanted.Count; index++) values.Add(string.Create(CultureInfo.InvariantCulture, $"{name}{index}"), wanted[index]);
        return wanted.Count == 1 ? $"{column} = @{name}0" : $"{column} IN ({string.Join(", ", wanted.Select((_, index) => string.Create(CultureInfo.InvariantCulture, $"@{name}{index}")))})";
    }
}
