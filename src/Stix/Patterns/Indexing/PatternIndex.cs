using System.Text.Json;

namespace Noroshi.Stix;

/// <summary>
/// Very many patterns at once. Each pattern is kept under values without which it cannot match (a name, a hash, a block of addresses), so that an observation
/// meets only the patterns that share a value with it; the few patterns of which nothing of the kind can be said are tried on every object of their types.
/// </summary>
/// <typeparam name="TKey">What the caller knows a pattern by.</typeparam>
public sealed class PatternIndex<TKey>
{
    private readonly List<(TKey Key, PatternMatcher Matcher)> _patterns = [];
    private readonly Dictionary<string, Dictionary<string, PathIndex>> _paths = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _rest = new(StringComparer.Ordinal);

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
        foreach (var type in pattern.Paths.Select(path => path.Type).Distinct(StringComparer.Ordinal))
        {
            if (!_rest.TryGetValue(type, out var numbers)) _rest[type] = numbers = [];
            numbers.Add(number);
        }
    }

    /// <summary>The patterns that this observation alone satisfies, in the order in which they were added.</summary>
    /// <exception cref="PatternException">A pattern would go beyond a limit on this observation.</exception>
    public IReadOnlyList<TKey> Match(Observation observation)
    {
        HashSet<int> candidates = [];
        foreach (var item in observation.Objects)
        {
            if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty("type"u8, out var value) || !JsonBytes.TryGetString(value, out var type)) continue;
            if (_paths.TryGetValue(type, out var paths))
            {
                foreach (var path in paths.Values) path.Find(item, observation, candidates);
            }

            if (_rest.TryGetValue(type, out var rest)) candidates.UnionWith(rest);
        }

        return candidates.Count == 0 ? [] : [.. candidates.Order().Where(number => _patterns[number].Matcher.IsMatch(observation)).Select(number => _patterns[number].Key)];
    }

    private PathIndex PathOf(TestNode test)
    {
        if (!_paths.TryGetValue(test.Path.Type, out var paths)) _paths[test.Path.Type] = paths = new Dictionary<string, PathIndex>(StringComparer.Ordinal);
        if (!paths.TryGetValue(test.Path.Key, out var path)) paths[test.Path.Key] = path = new PathIndex(test);
        return path;
    }
}
