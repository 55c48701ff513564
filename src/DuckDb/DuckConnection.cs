namespace Noroshi.DuckDb;

/// <summary>A connection: runs statements, one at a time. Cancelling interrupts the running statement.</summary>
public sealed class DuckConnection : IDisposable
{
    internal DuckConnection(ConnectionHandle handle) => Handle = handle;

    internal ConnectionHandle Handle { get; }

    /// <summary>Runs one or more statements without parameters and forgets their rows; returns the rows changed by the last.</summary>
    public unsafe long Execute(string sql, CancellationToken cancel = default)
    {
        using var result = new ResultHandle();
        using (Interruption.When(Handle, cancel))
        {
            if (NativeMethods.Query(Handle, sql, result.Pointer) != NativeMethods.Success)
                throw Interruption.Explain(DuckDbException.From(result.Pointer, sql), cancel);
        }

        return (long)NativeMethods.RowsChanged(result.Pointer);
    }

    /// <summary>Runs one statement with parameters (<c>?</c> or <c>$1</c>) and forgets its rows; returns the rows changed.</summary>
    public long Execute(string sql, IReadOnlyList<object?> parameters, CancellationToken cancel = default)
    {
        using var statement = Prepare(sql);
        statement.Bind(parameters);
        return statement.Execute(cancel);
    }

    /// <summary>Runs one statement and streams its rows; dispose the result before the next statement of this connection.</summary>
    public DuckResult Query(string sql, IReadOnlyList<object?> parameters, CancellationToken cancel = default)
    {
        var statement = Prepare(sql);
        try
        {
            statement.Bind(parameters);
            return statement.Query(ownsStatement: true, cancel);
        }
        catch
        {
            statement.Dispose();
            throw;
        }
    }

    /// <summary>Compiles one statement for repeated use.</summary>
    public unsafe DuckStatement Prepare(string sql)
    {
        if (NativeMethods.Prepare(Handle, sql, out var statement) == NativeMethods.Success) return new DuckStatement(Handle, statement, sql);
        var message = DuckDbException.Text(NativeMethods.PrepareError(statement)) ?? "The statement was not understood.";
        statement.Dispose();
        throw new DuckDbException(KindOf(message), message, sql);
    }

    /// <summary>A bulk loader of a table of this connection's database; it takes part in the connection's transaction.</summary>
    public DuckAppender Append(string table) => DuckAppender.Create(this, table);

    /// <summary>Starts a transaction; disposing it without commit rolls it back.</summary>
    public DuckTransaction Begin() => new(this);

    /// <inheritdoc/>
    public void Dispose() => Handle.Dispose();

    // A failed prepare carries its kind only in the words before the first colon.
    private static DuckDbError KindOf(string message) => message.Split(':', 2)[0] switch
    {
        "Parser Error" => DuckDbError.Parser,
        "Binder Error" => DuckDbError.Binder,
        "Catalog Error" => DuckDbError.Catalog,
        "IO Error" => DuckDbError.Io,
        _ => DuckDbError.Unknown,
    };
}
