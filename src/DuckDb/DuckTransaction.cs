namespace Noroshi.DuckDb;

/// <summary>A transaction of a connection; disposing without <see cref="Commit"/> undoes everything.</summary>
public sealed class DuckTransaction : IDisposable
{
    private readonly DuckConnection _connection;
    private bool _ended;

    internal DuckTransaction(DuckConnection connection)
    {
        _connection = connection;
        connection.Execute("BEGIN TRANSACTION");
    }

    /// <summary>Makes the changes durable and visible to others at once.</summary>
    public void Commit()
    {
        // The engine ends the transaction also when committing fails.
        _ended = true;
        _connection.Execute("COMMIT");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_ended) return;
        _ended = true;
        try
        {
            _connection.Execute("ROLLBACK");
        }
        catch (DuckDbException)
        {
            // The engine has already rolled back after a failure, or is shut down: either way nothing of it remains.
        }
    }
}
