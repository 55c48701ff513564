using System.Diagnostics.CodeAnalysis;

namespace Noroshi.Observatory.Store.DuckDb;

/// <summary>Lets so many in at once; closing waits for those inside and lets nobody else in.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore whose wait handle is never asked for holds nothing, and late callers must not meet a disposed one.")]
internal sealed class Turns(int places)
{
    private readonly SemaphoreSlim _free = new(places, places);
    private bool _closed;

    internal async Task<IDisposable> TakeAsync(CancellationToken cancel)
    {
        ObjectDisposedException.ThrowIf(_closed, typeof(IObservationStore));
        await _free.WaitAsync(cancel).ConfigureAwait(false);
        if (!_closed) return new Turn(_free);
        _free.Release();
        throw new ObjectDisposedException(nameof(IObservationStore));
    }

    internal async Task CloseAsync()
    {
        if (_closed) return;
        for (var i = 0; i < places; i++) await _free.WaitAsync().ConfigureAwait(false);
        _closed = true;
        _free.Release(places);
    }

    private sealed class Turn(SemaphoreSlim free) : IDisposable
    {
        private int _done;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _done, 1) == 0) free.Release();
        }
    }
}
