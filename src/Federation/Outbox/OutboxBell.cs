namespace Noroshi.Federation;

/// <summary>Wakes the courier when there is something to deliver.</summary>
internal sealed class OutboxBell : IDisposable
{
    private readonly SemaphoreSlim _rung = new(0, 1);

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

    /// <summary>Waits until it rings or the time is over.</summary>
    internal Task WaitAsync(TimeSpan longest, CancellationToken cancel) => _rung.WaitAsync(longest, cancel);

    /// <inheritdoc/>
    public void Dispose() => _rung.Dispose();
}
