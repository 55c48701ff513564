namespace Noroshi.Capacity.Registry;

/// <summary>Lines found by what they belong to, laid out when they are first asked for, and again where the lines are others.</summary>
internal sealed class LineIndex<T>(Func<T, string> of)
{
    private (IReadOnlyList<T> Lines, ILookup<string, T> By)? _laid;

    internal IEnumerable<T> Of(IReadOnlyList<T> lines, string id)
    {
        // A record is copied with other lines; the index of the first must not answer for the second.
        if (_laid is not { } laid || !ReferenceEquals(laid.Lines, lines)) _laid = laid = (lines, lines.ToLookup(of));
        return laid.By[id];
    }
}
