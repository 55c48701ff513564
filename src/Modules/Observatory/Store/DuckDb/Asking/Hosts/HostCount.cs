using System.Globalization;
using Noroshi.Observatory.Domain;

namespace Noroshi.Observatory.Store.DuckDb;

/// <summary>Counts unique sources over days exactly: from lists of hosts, and from the rows at the edges and of imports not yet listed.</summary>
internal sealed class HostCount
{
    private readonly Reading _reading;
    private readonly StoreTable _table;
    private readonly Cover _cover;
    private readonly string _where;

    private HostCount(Reading reading, StoreTable table, Cover cover, string where) => (_reading, _table, _cover, _where) = (reading, table, cover, where);

    internal string Name => _table.Name;

    /// <summary>The count, or null where no list knows what is needed, or where there are too many to count while somebody waits.</summary>
    internal static HostCount? Find(Reading reading, ObservationFilter filter, Needs needs, Span span, string where)
    {
        if (reading.LacksHosts || reading.Options.ExactHosts <= 0) return null;
        var table = StoreTable.Hosts.FirstOrDefault(list => list.Answers(needs));
        if (table is null) return null;
        var cover = Cover.Of(span, table.Widths, reading.Since);
        if (cover.Bins.Count == 0) return null;
        var left = reading.Options.ExactHosts - cover.Rest.Sum(rest => AtMost(reading, rest));
        var count = new HostCount(reading, table, cover, where);
        return left >= 0 && count.IsWithin(left, filter.Asn is not null) ? count : null;
    }

    /// <summary>Adds the number of sources to the lines that are there.</summary>
    internal void Count(Tally tally, string key)
    {
        var parts = _cover.Bins.Select(bin => Part(_table.Name, DayBlocks.Seen(bin.Span)))
            .Concat(_cover.Rest.Select(rest => Part(StoreTable.Detail.Name, rest.Sql())));
        if (_reading.Late is { } late) parts = parts.Concat(_cover.Bins.Select(bin => Part(StoreTable.Detail.Name, $"{bin.Span.Sql()} AND {late}")));
        using var result = _reading.Query($"SELECT k::UBIGINT, count(*)::BIGINT FROM (SELECT DISTINCT k, source_high, source_low FROM ({string.Join(" UNION ALL ", parts)})) GROUP BY k");
        while (result.Next())
        {
            for (var i = 0; i < result.Rows; i++) tally[result.Column(0).Values<ulong>()[i]].Exact = result.Column(1).Values<long>()[i];
        }

        string Part(string table, string time) => $"SELECT {key} AS k, source_high, source_low FROM {table} WHERE {time} AND {_where}";
    }

    // Rows spread evenly over a day is near enough to decide by.
    private static long AtMost(Reading reading, Span rest)
    {
        var days = Span.Ceil(rest.To, Span.Day) - Span.Floor(rest.From, Span.Day);
        return (long)(reading.Held(rest).Detail * ((double)(rest.To - rest.From) / days));
    }

    // How many rows blocks hold is known without reading them; only where that is too many are those of the view counted.
    // One network is a small part of all: counting its rows would cost as much as counting its hosts.
    private bool IsWithin(long most, bool isOneNetwork)
    {
        var near = Rows(DayBlocks.Near);
        return near <= most || (isOneNetwork && near / 8 <= most) || Rows(days => $"{DayBlocks.Near(days)} AND {_where}") <= most;
    }

    private long Rows(Func<Span, string> where)
    {
        long rows = 0;
        foreach (var (_, days) in _cover.Bins)
        {
            using var result = _reading.Query(string.Create(CultureInfo.InvariantCulture, $"SELECT count(*)::BIGINT FROM {_table.Name} WHERE {where(days)}"));
            result.Next();
            rows += result.Column(0).Values<long>()[0];
        }

        return rows;
    }
}
