using Noroshi.DuckDb;

namespace Noroshi.Observatory.Store.DuckDb;

/// <summary>Rows of an import by day, so that a question knows beforehand what it would have to look at.</summary>
internal sealed class HeldDays
{
    private readonly Dictionary<long, Day> _days = [];
    private Day _today = new();
    private long _from = long.MinValue;

    internal void Add(long micros)
    {
        // Rows come more or less in order: the day is looked up when it changes.
        if ((ulong)(micros - _from) >= (ulong)Span.Day)
        {
            _from = Span.Floor(micros, Span.Day);
            if (!_days.TryGetValue(_from, out var day)) _days[_from] = day = new Day();
            _today = day;
        }

        _today.Rows++;
        _today.First = Math.Min(_today.First, micros);
        _today.Last = Math.Max(_today.Last, micros);
    }

    /// <summary>Writes the days; sources are at most as many as rows until they are counted.</summary>
    internal void Write(DuckConnection connection, uint import, ushort sensor)
    {
        using var statement = connection.Prepare("INSERT INTO held VALUES (?, ?, make_timestamp(?), ?, ?, make_timestamp(?), make_timestamp(?))");
        foreach (var (from, day) in _days)
        {
            statement.Bind([import, sensor, from, day.Rows, day.Rows, day.First, day.Last]);
            statement.Execute();
        }
    }

    private sealed class Day
    {
        internal long Rows { get; set; }

        internal long First { get; set; } = long.MaxValue;

        internal long Last { get; set; } = long.MinValue;
    }
}
