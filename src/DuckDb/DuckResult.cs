namespace Noroshi.DuckDb;

/// <summary>Rows of a statement, streamed block by block: call <see cref="Next"/>, then read columns as spans.</summary>
public sealed class DuckResult : IDisposable
{
    private readonly ConnectionHandle _connection;
    private readonly ResultHandle _result;
    private readonly DuckStatement? _statement;
    private readonly string _sql;
    private readonly CancellationToken _cancel;
    private readonly DuckDbType[] _types;
    private ChunkHandle? _chunk;

    internal unsafe DuckResult(ConnectionHandle connection, ResultHandle result, DuckStatement? statement, string sql, CancellationToken cancel)
    {
        (_connection, _result, _statement, _sql, _cancel) = (connection, result, statement, sql, cancel);
        _types = new DuckDbType[(int)NativeMethods.ColumnCount(result.Pointer)];
        for (var i = 0; i < _types.Length; i++) _types[i] = NativeMethods.ColumnType(result.Pointer, (ulong)i);
    }

    /// <summary>Number of columns.</summary>
    public int Columns => _types.Length;

    /// <summary>Rows in the current block.</summary>
    public int Rows { get; private set; }

    /// <summary>Rows changed by an INSERT, UPDATE or DELETE, known once all blocks have been read.</summary>
    public unsafe long RowsChanged => (long)NativeMethods.RowsChanged(_result.Pointer);

    /// <summary>Name of a column, numbered from 0.</summary>
    public unsafe string NameOf(int column) => DuckDbException.Text(NativeMethods.ColumnName(_result.Pointer, (ulong)column)) ?? "";

    /// <summary>Type of a column, numbered from 0.</summary>
    public DuckDbType TypeOf(int column) => _types[column];

    /// <summary>Moves to the next block of rows; false after the last. Spans of the block before become invalid.</summary>
    public unsafe bool Next()
    {
        _chunk?.Dispose();
        _chunk = null;
        Rows = 0;
        using (Interruption.When(_connection, _cancel))
        {
            var chunk = NativeMethods.FetchChunk(*_result.Pointer);
            if (chunk != 0)
            {
                _chunk = new ChunkHandle(chunk);
                Rows = (int)NativeMethods.DataChunkSize(_chunk);
                return Rows > 0;
            }
        }

        // The end and a failure look alike but for the message.
        if (NativeMethods.ResultError(_result.Pointer) is not null)
            throw Interruption.Explain(DuckDbException.From(_result.Pointer, _sql), _cancel);
        return false;
    }

    /// <summary>A column of the current block, numbered from 0.</summary>
    public DuckColumn Column(int column)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)column, (uint)_types.Length, nameof(column));
        if (_chunk is null) throw new InvalidOperationException("Call Next first; there is no current block of rows.");
        return new DuckColumn(NativeMethods.DataChunkVector(_chunk, (ulong)column), Rows, _types[column]);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _chunk?.Dispose();
        _result.Dispose();
        _statement?.Dispose();
    }
}
