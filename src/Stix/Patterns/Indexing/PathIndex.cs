using System.Text;
using System.Text.Json;

namespace Noroshi.Stix;

/// <summary>The atoms at one path of one type.</summary>
/// <param name="test">A test with the path.</param>
internal sealed class PathIndex(TestNode test)
{
    private const int LongestOnStack = 512;

    private readonly Dictionary<string, List<int>> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<double, List<int>> _numbers = [];
    private readonly BlockTable _blocks = new();

    public void Add(Atom atom, int pattern)
    {
        if (atom.Value is null) _blocks.Add(atom.Block, pattern);
        else if (atom.Value.IsNumber) Put(_numbers, atom.Value.Number, pattern);
        else Put(_texts, atom.Value.Text, pattern);
    }

    /// <summary>Adds the patterns that have an atom among the values of an object; makes the set when there is the first.</summary>
    public void Find(JsonElement item, Observation observation, ref HashSet<int>? found)
    {
        var (left, visitor) = (PatternLimits.Values, new Visitor(this, found));
        PathWalk.Any(test, item, observation, ref left, ref visitor);
        found = visitor.Found;
    }

    private static void Put<TKey>(Dictionary<TKey, List<int>> table, TKey key, int pattern)
        where TKey : notnull
    {
        if (!table.TryGetValue(key, out var patterns)) table[key] = patterns = [];
        patterns.Add(pattern);
    }

    private void Find(JsonElement value, ref HashSet<int>? found)
    {
        if (value.ValueKind == JsonValueKind.Number)
        {
            if (_numbers.TryGetValue(value.GetDouble(), out var patterns)) (found ??= []).UnionWith(patterns);
            return;
        }

        var text = JsonBytes.Text(value);
        if (text.IsEmpty && value.ValueKind != JsonValueKind.String) return;
        Span<char> characters = text.Length <= LongestOnStack ? stackalloc char[LongestOnStack] : new char[text.Length];
        if (!Encoding.UTF8.TryGetChars(text, characters, out var length)) return;
        characters = characters[..length];
        if (_texts.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(characters, out var named)) (found ??= []).UnionWith(named);
        if (!_blocks.IsEmpty && AddressBlock.TryParse(characters, out var block)) _blocks.Find(block, ref found);
    }

    private struct Visitor(PathIndex index, HashSet<int>? found) : IValueVisitor
    {
        private HashSet<int>? _found = found;

        public readonly HashSet<int>? Found => _found;

        public bool Visit(JsonElement value)
        {
            index.Find(value, ref _found);
            return false;
        }
    }
}
