using System.Net;
using Noroshi.Kernel;
using Noroshi.Observatory.Domain;

namespace Noroshi.Observatory.Api;

/// <summary>A view as its address says it: the filter, and the canonical parameters every permalink is made of.</summary>
internal sealed class ViewQuery
{
    /// <summary>Parameters in the order permalinks write them.</summary>
    internal static readonly IReadOnlyList<string> Names =
    [
        "period", "from", "to", "unit", "research", "origin", "target", "country", "asn", "port", "source",
        "sector", "organisation", "class", "fingerprint", "sensor", "bin",
    ];

    private readonly SortedDictionary<int, string[]> _values;

    internal ViewQuery(ObservationFilter filter, TimeSpan? bin, SortedDictionary<int, string[]> values)
    {
        Filter = filter;
        Bin = bin;
        _values = values;
    }

    internal ObservationFilter Filter { get; }

    /// <summary>The bin width asked for; null lets the view choose.</summary>
    internal TimeSpan? Bin { get; }

    /// <summary>The preset the period came from; <see cref="Periods.Default"/> where nothing was said, null where from/to were given.</summary>
    internal string? Preset => Value("from") is not null || Value("to") is not null ? null : Value("period") ?? Periods.Default;

    /// <summary>The same view of one source, as the page of that source needs it.</summary>
    internal ViewQuery At(NetworkAddress source)
    {
        var copy = Copy();
        copy[IndexOf("source")] = [source.ToString()];
        return new ViewQuery(Filter with { Source = source }, Bin, copy);
    }

    /// <summary>A bin that draws a readable chart: at least the width asked for, at most about 400 points.</summary>
    internal TimeSpan BinOrDefault => Bin ?? Periods.BinFor(Filter.To - Filter.From);

    internal string? Value(string name) => _values.TryGetValue(IndexOf(name), out var values) ? values[0] : null;

    internal IReadOnlyList<string> Values(string name) => _values.TryGetValue(IndexOf(name), out var values) ? values : [];

    /// <summary>The same view with one parameter set, as <c>?a=b&amp;c=d</c>.</summary>
    internal string With(string name, string value) => Write(name, value);

    /// <summary>The same view with two parameters set.</summary>
    internal string With(string name, string value, string also, string alsoValue) => Write(name, value, also, alsoValue);

    /// <summary>The same view without one parameter (or without one of its values).</summary>
    internal string Without(string name, string? value = null)
    {
        var kept = value is null ? [] : Values(name).Where(v => v != value).ToArray();
        return Write(name, kept);
    }

    /// <summary>The same view without these parameters.</summary>
    internal string WithoutAll(IEnumerable<string> names)
    {
        var copy = Copy();
        foreach (var name in names) copy.Remove(IndexOf(name));
        return Text(copy);
    }

    /// <summary>The same view over an explicit time, whatever preset it came from.</summary>
    internal string Over(DateTimeOffset from, DateTimeOffset to)
    {
        var copy = Copy();
        copy.Remove(IndexOf("period"));
        copy[IndexOf("from")] = [Instant.Write(from)];
        copy[IndexOf("to")] = [Instant.Write(to)];
        return Text(copy);
    }

    /// <summary>The same view over a preset.</summary>
    internal string OverPreset(string preset)
    {
        var copy = Copy();
        copy.Remove(IndexOf("from"));
        copy.Remove(IndexOf("to"));
        copy[IndexOf("period")] = [preset];
        return Text(copy);
    }

    /// <summary>The permalink: the period is written out, so that the same figures are found when data has grown.</summary>
    internal string Permalink() => Over(Filter.From, Filter.To);

    /// <summary>Canonical query string; empty when nothing is set.</summary>
    public override string ToString() => Text(_values);

    private string Write(string name, params string[] values)
    {
        var copy = Copy();
        if (values.Length == 0) copy.Remove(IndexOf(name));
        else copy[IndexOf(name)] = values;
        return Text(copy);
    }

    private string Write(string name, string value, string also, string alsoValue)
    {
        var copy = Copy();
        copy[IndexOf(name)] = [value];
        copy[IndexOf(also)] = [alsoValue];
        return Text(copy);
    }

    private SortedDictionary<int, string[]> Copy() => new(_values);

    private static int IndexOf(string name)
    {
        for (var i = 0; i < Names.Count; i++)
        {
            if (Names[i] == name) return i;
        }

        throw new ArgumentOutOfRangeException(nameof(name), name, "Not a view parameter.");
    }

    private static string Text(SortedDictionary<int, string[]> values)
    {
        if (values.Count == 0) return string.Empty;
        var pairs = values.SelectMany(pair => pair.Value.Select(value => Names[pair.Key] + "=" + Escape(value)));
        return "?" + string.Join('&', pairs);
    }

    /// <summary>Colons and slashes are allowed in a query and keep times and ports readable.</summary>
    private static string Escape(string value) => WebUtility.UrlEncode(value)
        .Replace("%3A", ":", StringComparison.Ordinal).Replace("%2F", "/", StringComparison.Ordinal);
}
