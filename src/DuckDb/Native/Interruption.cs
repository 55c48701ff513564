namespace Noroshi.DuckDb;

/// <summary>Turns a cancelled token into an interrupt of the running statement.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly ConnectionHandle _connection;
    private readonly CancellationTokenRegistration _registration;
    private readonly Lock _gate = new();
    private Timer? _timer;
    private bool _done;

    private Interruption(ConnectionHandle connection, CancellationToken cancel)
    {
        _connection = connection;
        _registration = cancel.UnsafeRegister(static self => ((Interruption)self!).Start(), this);
    }

    internal static Interruption? When(ConnectionHandle connection, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        return cancel.CanBeCanceled ? new Interruption(connection, cancel) : null;
    }

    internal static Exception Explain(DuckDbException error, CancellationToken cancel) =>
        error.Error == DuckDbError.Interrupt && cancel.IsCancellationRequested ? new OperationCanceledException(error.Message, error, cancel) : error;

    public void Dispose()
    {
        _registration.Dispose();
        lock (_gate)
        {
            _done = true;
            _timer?.Dispose();
        }
    }

    // The engine forgets an interrupt that comes before the statement has started; so it is repeated until the call returns.
    private void Start()
    {
        lock (_gate)
        {
            if (!_done) _timer = new Timer(static self => ((Interruption)self!).Strike(), this, 0, 20);
        }
    }

    private void Strike()
    {
        lock (_gate)
        {
            if (!_done && !_connection.IsClosed) NativeMethods.Interrupt(_connection);
        }
    }
}
