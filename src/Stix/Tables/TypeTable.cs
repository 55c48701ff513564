using System.Collections.Frozen;

namespace Noroshi.Stix;

/// <summary>What STIX 2.1 says about types, read once from <c>objects.txt</c> and <c>vocabularies.txt</c>.</summary>
internal static class TypeTable
{
    private static readonly FrozenSet<(string Source, string Verb, string Target)> _relations;
    private static readonly FrozenSet<string> _sources;
    private static readonly FrozenSet<(string Source, string Verb)> _verbs;

    // One place reads both files, because the table of objects names vocabularies.
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Performance", "CA1810", Justification = "Several tables come from one reading.")]
    static TypeTable()
    {
        var lines = Joined(Lines("vocabularies.txt")).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        Words = lines.Where(words => words[0] is "vocab" or "enum").ToFrozenDictionary(words => words[1], words => words[2..].ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);
        var shapes = new TableReader(Words).Read(Lines("objects.txt"));
        Objects = shapes.Where(shape => shape.Category != StixCategory.Custom && shape.Name != "*").ToFrozenDictionary(shape => shape.Name, StringComparer.Ordinal);
        Custom = shapes.Single(shape => shape.Name == "*");
        Structs = shapes.Where(shape => shape.Category == StixCategory.Custom && shape.Extends.Length == 0).ToFrozenDictionary(shape => shape.Name, StringComparer.Ordinal);
        Extensions = shapes.Where(shape => shape.Extends.Length > 0).ToFrozenDictionary(shape => shape.Name, StringComparer.Ordinal);
        var observables = string.Join('|', Objects.Values.Where(shape => shape.Category == StixCategory.CyberObservable).Select(shape => shape.Name));
        _relations =
        [
            .. from words in lines
               where words[0] == "relate"
               from source in words[1].Split('|')
               from verb in words[2].Split('|')
               from target in words[3].Replace("@sco", observables, StringComparison.Ordinal).Split('|')
               select (source, verb, target),
        ];
        _sources = _relations.Select(relation => relation.Source).ToFrozenSet(StringComparer.Ordinal);
        _verbs = _relations.Select(relation => (relation.Source, relation.Verb)).ToFrozenSet();
    }

    public static FrozenDictionary<string, FrozenSet<string>> Words { get; }

    public static FrozenDictionary<string, ShapeRow> Objects { get; }

    /// <summary>What is asked of an object whose type is not of the specification.</summary>
    public static ShapeRow Custom { get; }

    public static FrozenDictionary<string, ShapeRow> Structs { get; }

    public static FrozenDictionary<string, ShapeRow> Extensions { get; }

    public static ShapeRow? Find(ReadOnlySpan<char> type) => Objects.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(type, out var shape) ? shape : null;

    /// <summary>What is unusual about a relationship between two types of the specification; null when it names it.</summary>
    public static string? Unusual(string source, string verb, string target)
    {
        if (verb is "derived-from" or "duplicate-of" or "related-to") return null;
        if (!_sources.Contains(source)) return $"no relationship of the specification starts at '{source}'";
        if (!_verbs.Contains((source, verb))) return $"'{verb}' is not a relationship that the specification names for '{source}'";
        return _relations.Contains((source, verb, target)) ? null : $"'{source}' '{verb}' does not usually point to '{target}'";
    }

    private static string[] Lines(string name)
    {
        using var stream = typeof(TypeTable).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n');
    }

    private static IEnumerable<string> Joined(string[] lines)
    {
        var whole = "";
        foreach (var line in lines.Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (line[0] != ' ' && whole.Length > 0) yield return whole;
            whole = line[0] == ' ' ? whole + line : line;
        }

        if (whole.Length > 0) yield return whole;
    }
}
