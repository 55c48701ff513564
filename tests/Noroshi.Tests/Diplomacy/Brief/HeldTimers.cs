namespace Noroshi.Tests.Diplomacy.Brief;

/// <summary>A clock whose timers ring when the test says so, and not before.</summary>
internal sealed class HeldTimers : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<Held> _timers = [];

    public override DateTimeOffset GetUtcNow() => new(2026, 11, 20, 8, 30, 0, TimeSpan.Zero);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Held(this, () => callback(state));
        lock (_lock) _timers.Add(timer);
        return timer;
    }

    /// <summary>Rings once as many timers wait as the test expects.</summary>
    internal async Task RingAsync(int waiting)
    {
        while (true)
        {
            lock (_lock)
            {
                if (_timers.Count == waiting) break;
            }

            await Task.Yield();
        }

        Held[] ringing;
        lock (_lock) ringing = [.. _timers];
        foreach (var timer in ringing) timer.Ring();
    }

    private sealed class Held(HeldTimers owner, Action ring) : ITimer
    {
        internal void Ring() => ring();

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
            lock (owner._lock) owner._timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
