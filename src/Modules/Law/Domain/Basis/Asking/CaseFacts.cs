using System.Collections.Frozen;
using Noroshi.Kernel;

namespace Noroshi.Law.Domain;

/// <summary>What is known of a case, by name of the fact. A fact that is not named is unknown.</summary>
internal sealed class CaseFacts
{
    private readonly FrozenDictionary<string, Truth> _values;

    public CaseFacts(IEnumerable<KeyValuePair<string, Truth>> values) =>
        _values = values.Select(each => KeyValuePair.Create(Canonical(each.Key), each.Value)).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Nothing is known.</summary>
    public static CaseFacts None { get; } = new([]);

    public bool IsEmpty => _values.Count == 0;

    /// <summary>The facts given, by name.</summary>
    public IEnumerable<KeyValuePair<string, Truth>> Given => _values.OrderBy(each => each.Key, StringComparer.Ordinal);

    /// <summary>Null where the fact was not named at all.</summary>
    public Truth? Find(string name) => _values.TryGetValue(name, out var truth) ? truth : null;

    /// <summary>These facts and one more.</summary>
    public CaseFacts With(string name, Truth truth) => new(_values.Where(each => each.Key != Canonical(name)).Append(KeyValuePair.Create(name, truth)));

    /// <summary><c>dualCriminality</c> for both <c>dualCriminality</c> and <c>dual_criminality</c>; a side follows in parentheses: <c>dataIn(rqd)</c>, <c>data_in_rqd</c>.</summary>
    public static string Canonical(string name)
    {
        if (!name.Contains('_', StringComparison.Ordinal)) return name;
        var words = name.Split('_', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) return name;
        var side = Vocabulary.Sides.Contains(words[^1], StringComparer.Ordinal) && words.Length > 1 ? words[^1] : null;
        var plain = side is null ? words : words[..^1];
        return plain[0] + string.Concat(plain.Skip(1).Select(word => word.Equals("eu", StringComparison.OrdinalIgnoreCase) ? "EU" : char.ToUpperInvariant(word[0]) + word[1..])) + (side is null ? "" : $"({side})");
    }
}
