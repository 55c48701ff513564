namespace Noroshi.Stix;

/// <summary>LIKE: % stands for any characters, _ for one; case counts.</summary>
internal static class LikeRules
{
    /// <returns>Null when the comparison was given up at the limit.</returns>
    public static bool? Matches(ReadOnlySpan<char> text, ReadOnlySpan<char> pattern)
    {
        // Going back only to the last % is enough, so the worst case is one length times the other.
        var (at, inPattern, star, resume, left) = (0, 0, -1, 0, PatternLimits.LikeSteps);
        while (at < text.Length)
        {
            if (--left < 0) return null;
            if (inPattern < pattern.Length && pattern[inPattern] == '%') (star, resume) = (inPattern++, at);
            else if (inPattern < pattern.Length && pattern[inPattern] == '_') (at, inPattern) = (at + (char.IsHighSurrogate(text[at]) && at + 1 < text.Length ? 2 : 1), inPattern + 1);
            else if (inPattern < pattern.Length && pattern[inPattern] == text[at]) (at, inPattern) = (at + 1, inPattern + 1);
            else if (star >= 0) (at, inPattern) = (++resume, star + 1);
            else return false;
        }

        return !pattern[inPattern..].ContainsAnyExcept('%');
    }
}
