namespace Noroshi.Law.Features;

/// <summary>Finds what somebody may have meant.</summary>
internal static class NearestName
{
    private const int LongestText = 60;

    /// <summary>Up to three ids whose id or name holds the text, or whose id is at most two letters away.</summary>
    internal static IReadOnlyList<string> Of(string text, IEnumerable<(string Id, string Name)> names)
    {
        if (text.Length is < 2 or > LongestText) return [];
        return
        [
            .. names.Select(name => (name.Id, Distance: name.Name.Replace(" ", "", StringComparison.Ordinal).Contains(text, StringComparison.OrdinalIgnoreCase) ? 0 : Distance(text.ToUpperInvariant(), name.Name.ToUpperInvariant())))
                .Where(found => found.Distance <= 2)
                .OrderBy(found => found.Distance).ThenBy(found => found.Id, StringComparer.Ordinal)
                .Select(found => found.Id).Distinct().Take(3),
        ];
    }

    /// <summary>Letters to insert, leave out or change (Levenshtein).</summary>
    private static int Distance(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > 2) return int.MaxValue;
        var before = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var at = 1; at <= one.Length; at++)
        {
            var now = new int[other.Length + 1];
            now[0] = at;
            for (var to = 1; to <= other.Length; to++)
                now[to] = Math.Min(Math.Min(now[to - 1], before[to]) + 1, before[to - 1] + (one[at - 1] == other[to - 1] ? 0 : 1));
            before = now;
        }

        return before[^1];
    }
}
