namespace Noroshi.Observatory.Store.DuckDb;

/// <summary>Covers a stretch of time with the widest bins a table still holds; what is left at the edges falls to the rows.</summary>
internal sealed class Cover
{
    private readonly IReadOnlyList<int> _widths;
    private readonly IReadOnlyDictionary<int, long> _since;

    private Cover(IReadOnlyList<int> widths, IReadOnlyDictionary<int, long> since) => (_widths, _since) = (widths, since);

    /// <summary>Stretches answered by the table, with the width of the bins to read.</summary>
    internal List<(int Width, Span Span)> Bins { get; } = [];

    /// <summary>Stretches left to the rows.</summary>
    internal List<Span> Rest { get; } = [];

    /// <param name="span">What is asked.</param>
    /// <param name="widths">Bin widths of the table in minutes, widest first.</param>
    /// <param name="since">From when on a width is held, where it has been thinned out.</param>
    internal static Cover Of(Span span, IReadOnlyList<int> widths, IReadOnlyDictionary<int, long> since)
    {
        var cover = new Cover(widths, since);
        cover.Split(span, 0);
        return cover;
    }

    private void Split(Span span, int level)
    {
        if (span.IsEmpty) return;
        if (level == _widths.Count)
        {
            Rest.Add(span);
            return;
        }

        var since = _since.GetValueOrDefault(_widths[level]);
        if (span.From < since)
        {
            Split(span with { To = Math.Min(span.To, since) }, level + 1);
            Split(span with { From = Math.Min(span.To, since) }, level);
            return;
        }

        var width = _widths[level] * Span.Minute;
        var inner = new Span(Span.Ceil(span.From, width), Span.Floor(span.To, width));
        if (inner.IsEmpty)
        {
            Split(span, level + 1);
            return;
        }

        Split(new Span(span.From, inner.From), level + 1);
        Bins.Add((_widths[level], inner));
        Split(new Span(inner.To, span.To), level + 1);
    }
}
