namespace Noroshi.Federation;

/// <summary>Wakes the courier when there is something to deliver.</summary>
internal sealed class OutboxBell(TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);
    private readonly SemaphoreSlim _rung = new(0, 1);
    private int _ringsSoon;

    /// <summary>Rings once, however often it is called before somebody listens.</summary>
    internal void Ring()
    {
        try
        {
            if (_rung.CurrentCount == 0) _rung.Release();
        }
        catch (SemaphoreFullException)
        {
            // Another rang at the same moment.
        }
    }

    /// <summary>
    /// Rings within a second, once for all who ask meanwhile: a peer that sends many messages must not make the courier look round after each.
    /// </summary>
    internal void RingSoon()
    {
        if (Interlocked.Exchange(ref _ringsSoon, 1) == 0) _ = RingLaterAsync();
    }

    /// <summary>Waits until it rings or the time is over.</summary>
    internal Task WaitAsync(TimeSpan longest, CancellationToken cancel) => _rung.WaitAsync(longest, cancel);

    /// <inheritdoc/>
    public void Dispose() => _rung.Dispose();

    private async Task RingLaterAsync()
    {
        await Task.Delay(Soon, clock).ConfigureAwait(false);
        Volatile.Write(ref _ringsSoon, 0);
        try
        {
            Ring();
        }
        catch (ObjectDisposedException)
        {
            // The node stopped meanwhile.
        }
    }
}
