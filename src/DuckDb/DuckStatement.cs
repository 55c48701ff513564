using System.Text;

namespace Noroshi.DuckDb;

/// <summary>A prepared statement with parameters numbered from 1.</summary>
public sealed class DuckStatement : IDisposable
{
    private readonly ConnectionHandle _connection;
    private readonly StatementHandle _handle;
    private readonly string _sql;

    internal DuckStatement(ConnectionHandle connection, StatementHandle handle, string sql)
    {
        _connection = connection;
        _handle = handle;
        _sql = sql;
    }

    /// <summary>Number of parameters the statement takes.</summary>
    public int ParameterCount => (int)NativeMethods.ParameterCount(_handle);

    /// <summary>Binds all parameters in order: null, bool, integers, double, string, byte[], DateTimeOffset (as UTC timestamp).</summary>
    public void Bind(IReadOnlyList<object?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count != ParameterCount)
            throw new ArgumentException($"The statement takes {ParameterCount} parameters, {values.Count} were given: {_sql}", nameof(values));
        for (var i = 0; i < values.Count; i++) Bind(i + 1, values[i]);
    }

    /// <summary>Binds one parameter.</summary>
    public unsafe void Bind(int parameter, object? value)
    {
        var index = (ulong)parameter;
        var state = value switch
        {
            null => NativeMethods.BindNull(_handle, index),
            bool b => NativeMethods.BindBoolean(_handle, index, b ? (byte)1 : (byte)0),
            long n => NativeMethods.BindInt64(_handle, index, n),
            int n => NativeMethods.BindInt64(_handle, index, n),
            short n => NativeMethods.BindInt64(_handle, index, n),
            ulong n => NativeMethods.BindUInt64(_handle, index, n),
            uint n => NativeMethods.BindUInt64(_handle, index, n),
            ushort n => NativeMethods.BindUInt64(_handle, index, n),
            byte n => NativeMethods.BindUInt64(_handle, index, n),
            double d => NativeMethods.BindDouble(_handle, index, d),
            DateTimeOffset t => NativeMethods.BindTimestamp(_handle, index, (t - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond),
            string s => BindBytes(index, Encoding.UTF8.GetBytes(s), text: true),
            byte[] bytes => BindBytes(index, bytes, text: false),
            _ => throw new ArgumentException($"A parameter of type {value.GetType().Name} cannot be bound.", nameof(value)),
        };
        if (state != NativeMethods.Success)
            throw new DuckDbException(DuckDbError.InvalidInput, $"Parameter {parameter} was not accepted.", _sql);
    }

    /// <summary>Runs the statement and forgets its rows; returns the rows changed.</summary>
    public long Execute(CancellationToken cancel = default)
    {
        using var result = Query(cancel);
        while (result.Next())
        {
            // A streaming result is only done when it has been read.
        }

        return result.RowsChanged;
    }

    /// <summary>Runs the statement and streams its rows; dispose the result before the next statement of the connection.</summary>
    public DuckResult Query(CancellationToken cancel = default) => Query(ownsStatement: false, cancel);

    /// <inheritdoc/>
    public void Dispose() => _handle.Dispose();

    internal unsafe DuckResult Query(bool ownsStatement, CancellationToken cancel)
    {
        var result = new ResultHandle();
        try
        {
            using (Interruption.When(_connection, cancel))
            {
                if (NativeMethods.ExecuteStreaming(_handle, result.Pointer) != NativeMethods.Success)
                    throw Interruption.Explain(DuckDbException.From(result.Pointer, _sql), cancel);
            }

            return new DuckResult(_connection, result, ownsStatement ? this : null, _sql, cancel);
        }
        catch
        {
            result.Dispose();
            throw;
        }
    }

    private unsafe int BindBytes(ulong index, byte[] bytes, bool text)
    {
        // An empty array has no address; the engine still wants one.
        var none = stackalloc byte[1];
        fixed (byte* data = bytes)
        {
            var from = data is null ? none : data;
            return text
                ? NativeMethods.BindText(_handle, index, from, (ulong)bytes.Length)
                : NativeMethods.BindBlob(_handle, index, from, (ulong)bytes.Length);
        }
    }
}
