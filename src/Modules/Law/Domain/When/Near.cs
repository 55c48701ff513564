namespace Noroshi.Law.Domain;

/// <summary>Finds what was probably meant: the known words nearest to a mistyped one.</summary>
internal static class Near
{
    private const int Longest = 64;

    /// <summary>Up to three suggestions as one text; the first dozen words when none is near.</summary>
    public static string Suggest(string typed, IEnumerable<string> known) => string.Join(", ", Of(typed, known));

    /// <summary>Up to three suggestions; the first dozen words when none is near.</summary>
    public static IReadOnlyList<string> Of(string typed, IEnumerable<string> known)
    {
        var lower = (typed.Length > Longest ? typed[..Longest] : typed).ToUpperInvariant();
        var ranked = known.Select(word => (Word: word, Distance: Distance(lower, word.ToUpperInvariant())))
            .OrderBy(each => each.Distance).ThenBy(each => each.Word, StringComparer.Ordinal).ToList();
        var near = ranked.Where(each => each.Distance <= Math.Max(2, lower.Length / 3)).Take(3).Select(each => each.Word).ToList();
        return near.Count > 0 ? near : [.. ranked.Take(12).Select(each => each.Word)];
    }

    // Levenshtein distance over two rows.
    private static int Distance(string a, string b)
    {
        var before = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var now = new int[b.Length + 1];
            now[0] = i;
            for (var j = 1; j <= b.Length; j++)
                now[j] = Math.Min(Math.Min(before[j] + 1, now[j - 1] + 1), before[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
            before = now;
        }

        return before[b.Length];
    }
}
