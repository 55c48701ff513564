using Noroshi.DuckDb;
using Noroshi.Observatory.Domain;

namespace Noroshi.Observatory.Store.DuckDb;

/// <summary>One import in one transaction: rows by blocks, everything or nothing at commit; the rollups follow.</summary>
internal sealed class DuckDbImport : IObservationImport
{
    private const long MaxMicros = 7_258_118_400_000_000; // 2200-01-01
    private readonly DuckDbObservationStore _store;
    private readonly DuckConnection _connection;
    private readonly ImportSource _source;
    private readonly IDisposable _turn;
    private readonly DuckTransaction _transaction;
    private readonly DetailAppender _detail;
    private readonly HeldDays _days = new();
    private readonly NameBook _names;
    private readonly ushort _sensor;
    private readonly uint _id;
    private long _rows;
    private long _events;
    private long _outOfTime;
    private long _first = long.MaxValue;
    private long _last = long.MinValue;
    private bool _ended;

    internal DuckDbImport(DuckDbObservationStore store, DuckConnection connection, ImportSource source, IDisposable turn)
    {
        (_store, _connection, _source, _turn) = (store, connection, source, turn);
        _transaction = connection.Begin();
        try
        {
            _sensor = NameBook.Sensor(connection, source.Sensor);
            _names = new NameBook(connection);
            _id = NextId(connection);
            _detail = new DetailAppender(connection, _sensor, _id);
        }
        catch
        {
            _detail?.Dispose();
            _transaction.Dispose();
            throw;
        }
    }

    public void Append(ReadOnlySpan<Observation> rows, IReadOnlyList<string> tags)
    {
        ArgumentNullException.ThrowIfNull(tags);
        ObjectDisposedException.ThrowIf(_ended, this);
        try
        {
            var ids = _names.Tags(tags);
            while (!rows.IsEmpty)
            {
                var good = Measure(rows);
                _detail.Append(rows[..good], ids);
                if (good < rows.Length)
                {
                    _outOfTime += rows[good].Events;
                    good++;
                }

                rows = rows[good..];
            }
        }
        catch (DuckDbException e)
        {
            throw _store.Explain(e);
        }
    }

    public async Task<ImportRecord> CommitAsync(IReadOnlyDictionary<string, long> rejected, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(rejected);
        ObjectDisposedException.ThrowIf(_ended, this);
        return await Task.Run(() => Commit(rejected, cancel), cancel).ConfigureAwait(false);
    }

    public ValueTask DisposeAsync()
    {
        End();
        return ValueTask.CompletedTask;
    }

    private static uint NextId(DuckConnection connection)
    {
        using var result = connection.Query("SELECT (coalesce(max(id), 0) + 1)::UINTEGER FROM import", []);
        result.Next();
        return result.Column(0).Values<uint>()[0];
    }

    // Rows up to the first whose time cannot be kept; a broken clock must not break the bins.
    private int Measure(ReadOnlySpan<Observation> rows)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            ref readonly var row = ref rows[i];
            if ((ulong)row.MinuteMicros >= MaxMicros) return i;
            _first = Math.Min(_first, row.MinuteMicros);
            _last = Math.Max(_last, row.MinuteMicros);
            _days.Add(row.MinuteMicros);
            _events += row.Events;
            _rows++;
        }

        return rows.Length;
    }

    private ImportRecord Commit(IReadOnlyDictionary<string, long> rejected, CancellationToken cancel)
    {
        var committed = false;
        try
        {
            if (ImportBook.Find(_connection, _source.Sensor, _source.ContentSha256, cancel) is { } already) return already;
            _detail.Flush();
            _days.Write(_connection, _id, _sensor);
            cancel.ThrowIfCancellationRequested();
            var reasons = new SortedDictionary<string, long>(StringComparer.Ordinal);
            foreach (var (reason, count) in rejected) reasons[reason] = count;
            if (_outOfTime > 0) reasons["time outside 1970-2200"] = _outOfTime;
            var record = ImportBook.Add(_connection, _id, _sensor, _source, _store.Clock.GetUtcNow(), _rows == 0 ? null : (_first, _last), _events, _rows, reasons);
            _transaction.Commit();
            committed = true;
            return record;
        }
        catch (DuckDbException e)
        {
            throw _store.Explain(e);
        }
        finally
        {
            End();
            if (committed) _store.SettleSoon();
        }
    }

    private void End()
    {
        if (_ended) return;
        _ended = true;
        _detail.Dispose();
        _transaction.Dispose();
        _connection.Dispose();
        _turn.Dispose();
    }
}
