using System.Collections.Concurrent;

namespace Noroshi.Observatory.Features;

/// <summary>What is being imported right now: wakes the worker, and lets a person stop one import.</summary>
internal sealed class RunningImports : IDisposable
{
    private readonly SemaphoreSlim _arrived = new(0);
    private readonly ConcurrentDictionary<string, CancellationTokenSource> _running = new(StringComparer.Ordinal);

    /// <summary>Says that a job is waiting.</summary>
    internal void Wake() => _arrived.Release();

    /// <summary>Waits until a job is said to wait, at most this long.</summary>
    internal Task WaitAsync(TimeSpan most, CancellationToken cancel) => _arrived.WaitAsync(most, cancel);

    internal void Begin(string jobId, CancellationTokenSource stop) => _running[jobId] = stop;

    internal void End(string jobId) => _running.TryRemove(jobId, out _);

    /// <summary>Stops the import of a job; false when it is not running.</summary>
    internal bool Stop(string jobId)
    {
        if (!_running.TryGetValue(jobId, out var stop)) return false;
        try
        {
            stop.Cancel();
            return true;
        }
        catch (ObjectDisposedException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _arrived.Dispose();
}
