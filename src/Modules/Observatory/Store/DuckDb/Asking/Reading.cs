using System.Globalization;
using Noroshi.DuckDb;

namespace Noroshi.Observatory.Store.DuckDb;

/// <summary>One reader's look at the store: a connection in one snapshot, the sensors asked for, and what is held.</summary>
internal sealed class Reading : IDisposable
{
    private readonly DuckConnection _connection;
    private readonly DuckTransaction _snapshot;
    private readonly CancellationToken _cancel;
    private readonly Dictionary<Span, (long Detail, long Source)> _held = [];

    internal Reading(DuckConnection connection, DuckDbStoreOptions options, IReadOnlyList<string>? sensors, CancellationToken cancel)
    {
        (_connection, Options, _cancel) = (connection, options, cancel);
        _snapshot = connection.Begin();
        Sensors = sensors is null ? null : FindSensors(sensors);
        Since = FindSince();
        Late = FindLate();
        LacksHosts = FindLacking();
    }

    internal DuckDbStoreOptions Options { get; }

    /// <summary>Ids of the sensors asked for; null is all.</summary>
    internal IReadOnlyList<ushort>? Sensors { get; }

    /// <summary>From when on (microseconds) a resolution in minutes is held by all sensors asked for; absent is from the beginning.</summary>
    internal IReadOnlyDictionary<int, long> Since { get; }

    /// <summary>Condition for the rows of imports that the rollups do not hold yet; null when there are none.</summary>
    internal string? Late { get; }

    /// <summary>True while imports of an older version have rollups but are on no list of hosts.</summary>
    internal bool LacksHosts { get; }

    internal DuckResult Query(string sql) => _connection.Query(sql, [], _cancel);

    internal DuckResult Query(string sql, IReadOnlyList<object?> parameters) => _connection.Query(sql, parameters, _cancel);

    /// <summary>About how many rows the days of a stretch hold; plans ask it again and again, so it is kept for as long as the snapshot.</summary>
    internal (long Detail, long Source) Held(Span span)
    {
        var days = new Span(Span.Floor(span.From, Span.Day), Span.Ceil(span.To, Span.Day));
        return _held.TryGetValue(days, out var known) ? known : _held[days] = Count(days);
    }

    /// <summary>First and last minute held, in microseconds.</summary>
    internal (long First, long Last)? Extent()
    {
        using var result = Query($"SELECT epoch_us(min(first)), epoch_us(max(last)) FROM held WHERE {(Sensors is null ? "true" : FilterSql.Sensors(Sensors))}");
        return result.Next() && !result.Column(0).IsNull(0) ? (result.Column(0).Values<long>()[0], result.Column(1).Values<long>()[0]) : null;
    }

    /// <summary>Names by id of a dictionary table (<c>sensor</c>, <c>tag</c>).</summary>
    internal Dictionary<ulong, string> Names(string table)
    {
        var names = new Dictionary<ulong, string>();
        using var result = Query($"SELECT id::UBIGINT, name FROM {table}");
        while (result.Next())
        {
            for (var i = 0; i < result.Rows; i++) names[result.Column(0).Values<ulong>()[i]] = result.Column(1).Text(i)!;
        }

        return names;
    }

    public void Dispose() => _snapshot.Dispose();

    private (long Detail, long Source) Count(Span days)
    {
        var sensors = Sensors is null ? "true" : FilterSql.Sensors(Sensors);
        using var result = Query($"SELECT coalesce(sum(detail_rows), 0)::BIGINT, coalesce(sum(source_rows), 0)::BIGINT FROM held WHERE {days.Sql().Replace("minute", "day", StringComparison.Ordinal)} AND {sensors}");
        result.Next();
        return (result.Column(0).Values<long>()[0], result.Column(1).Values<long>()[0]);
    }

    private List<ushort> FindSensors(IReadOnlyList<string> names)
    {
        var ids = new List<ushort>();
        if (names.Count == 0) return ids;
        using var result = Query($"SELECT id FROM sensor WHERE name IN ({string.Join(',', names.Select(_ => "?"))})", [.. names]);
        while (result.Next()) ids.AddRange(result.Column(0).Values<ushort>());
        return ids;
    }

    private string? FindLate()
    {
        var imports = new List<uint>();
        using var result = Query("SELECT import FROM unsettled");
        while (result.Next()) imports.AddRange(result.Column(0).Values<uint>());
        return imports.Count == 0 ? null : $"import IN ({string.Join(',', imports.Select(id => id.ToString(CultureInfo.InvariantCulture)))})";
    }

    private bool FindLacking()
    {
        using var result = Query("SELECT import FROM unlisted LIMIT 1");
        return result.Next() && result.Rows > 0;
    }

    private Dictionary<int, long> FindSince()
    {
        var since = new Dictionary<int, long>();
        using var result = Query($"SELECT width, epoch_us(max(since)) FROM sensor_resolution WHERE {(Sensors is null ? "true" : FilterSql.Sensors(Sensors))} GROUP BY width");
        while (result.Next())
        {
            for (var i = 0; i < result.Rows; i++) since[result.Column(0).Values<ushort>()[i]] = result.Column(1).Values<long>()[i];
        }

        return since;
    }
}
