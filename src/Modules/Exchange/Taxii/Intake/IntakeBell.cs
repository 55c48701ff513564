namespace Noroshi.Exchange.Taxii;

/// <summary>Wakes the intake when an envelope waits.</summary>
internal sealed class IntakeBell : IDisposable
{
    private readonly SemaphoreSlim _rung = new(0, 1);

    /// <summary>There is something to do.</summary>
    public void Ring()
    {
        lock (_rung)
        {
            if (_rung.CurrentCount == 0) _rung.Release();
        }
    }

    /// <summary>Waits until it rings, or so long.</summary>
    public Task WaitAsync(TimeSpan longest, CancellationToken cancel) => _rung.WaitAsync(longest, cancel);

    /// <inheritdoc/>
    public void Dispose() => _rung.Dispose();
}
