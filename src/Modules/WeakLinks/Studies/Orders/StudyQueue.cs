namespace Noroshi.WeakLinks.Studies;

/// <summary>Which study is being made, and how far; wakes the worker when one is asked for.</summary>
internal sealed class StudyQueue : IDisposable
{
    private readonly SemaphoreSlim _bell = new(0, 1);
    private readonly Lock _turn = new();
    private string? _id;
    private StudyStep _step;
    private CancellationTokenSource? _stop;

    public void Dispose() => _bell.Dispose();

    internal void Wake()
    {
        lock (_turn) if (_bell.CurrentCount == 0) _bell.Release();
    }

    internal Task WaitAsync(TimeSpan most, CancellationToken cancel) => _bell.WaitAsync(most, cancel);

    internal void Begin(string id, CancellationTokenSource stop)
    {
        lock (_turn) (_id, _step, _stop) = (id, StudyStep.Reading, stop);
    }

    internal void Tell(StudyStep step)
    {
        lock (_turn) _step = step;
    }

    internal void End()
    {
        lock (_turn) (_id, _stop) = (null, null);
    }

    /// <summary>The step at which a study is; null where it is not being made.</summary>
    internal StudyStep? StepOf(string id)
    {
        lock (_turn) return _id == id ? _step : null;
    }

    /// <summary>Stops the study if it is being made.</summary>
    internal void Stop(string id)
    {
        lock (_turn) if (_id == id) _stop?.Cancel();
    }
}
