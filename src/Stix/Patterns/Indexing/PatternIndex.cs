namespace Noroshi.Stix;

/// <summary>
/// Very many patterns at once. Each pattern is kept under values without which it cannot match (a name, a hash, a block of addresses), so that an observation
/// meets only the patterns that share a value with it; the few patterns of which nothing of the kind can be said are tried on every object of their types.
/// </summary>
/// <typeparam name="TKey">What the caller knows a pattern by.</typeparam>
public sealed class PatternIndex<TKey>
{
    private readonly List<(TKey Key, PatternMatcher Matcher)> _patterns = [];
    private readonly Dictionary<string, TypeEntry> _types = new(StringComparer.Ordinal);

    /// <summary>Patterns in the index.</summary>
    public int Count => _patterns.Count;

    /// <summary>Patterns that no value stands for.</summary>
    public int Unindexed { get; private set; }

    /// <summary>Adds a pattern.</summary>
    /// <exception cref="PatternException">It compares with a day that does not exist.</exception>
    public void Add(TKey key, StixPattern pattern)
    {
        var number = _patterns.Count;
        _patterns.Add((key, new PatternMatcher(pattern)));
        if (Atom.Of(pattern.Root) is { } atoms)
        {
            foreach (var atom in atoms) PathOf(atom.Test).Add(atom, number);
            return;
        }

        Unindexed++;
        foreach (var type in pattern.Paths.Select(path => path.Type).Distinct(StringComparer.Ordinal)) Of(type).Rest.Add(number);
    }

    /// <summary>The patterns that this observation alone satisfies, in the order in which they were added.</summary>
    /// <exception cref="PatternException">A pattern would go beyond a limit on this observation.</exception>
    public IReadOnlyList<TKey> Match(Observation observation)
    {
        HashSet<int>? candidates = null;
        for (var number = 0; number < observation.Objects.Count; number++)
        {
            if (!_types.TryGetValue(observation.Types[number], out var entry)) continue;
            foreach (var path in entry.All) path.Find(observation.Objects[number], observation, ref candidates);
            if (entry.Rest.Count > 0) (candidates ??= []).UnionWith(entry.Rest);
        }

        return candidates is null ? [] : [.. candidates.Order().Where(candidate => _patterns[candidate].Matcher.IsMatch(observation)).Select(candidate => _patterns[candidate].Key)];
    }

    private TypeEntry Of(string type)
    {
        if (!_types.TryGetValue(type, out var entry)) _types[type] = entry = new TypeEntry();
        return entry;
    }

    private PathIndex PathOf(TestNode test)
    {
        var entry = Of(test.Path.Type);
        if (entry.Paths.TryGetValue(test.Path.Key, out var path)) return path;
        entry.Paths[test.Path.Key] = path = new PathIndex(test);
        entry.All.Add(path);
        return path;
    }

    /// <summary>What is kept for one type: its paths, and the patterns that are tried on every object of it.</summary>
    private sealed class TypeEntry
    {
        public Dictionary<string, PathIndex> Paths { get; } = new(StringComparer.Ordinal);

        public List<PathIndex> All { get; } = [];

        public List<int> Rest { get; } = [];
    }
}
