namespace Noroshi.Storage.Records;

/// <summary>A write that waits for its turn, and whoever waits for the write.</summary>
internal sealed class WaitingWrite(Func<RecordTransaction, Task> work, string place, CancellationToken cancel)
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ExecutionContext? _context = ExecutionContext.Capture();
    private List<Action> _told = [];
    private int _begun;

    /// <summary>Ends when it is committed, or throws why it was not; gives up when it was not begun within the time.</summary>
    internal async Task WaitAsync(TimeSpan patience)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        await using var giveUp = late.Token.Register(() => GiveUp(patience)).ConfigureAwait(false);
        late.CancelAfter(patience);
        await _done.Task.ConfigureAwait(false);
    }

    /// <summary>False when nobody waits for it any more.</summary>
    internal bool Begin() => Interlocked.CompareExchange(ref _begun, 1, 0) == 0;

    internal async Task RunAsync(RecordTransaction transaction)
    {
        cancel.ThrowIfCancellationRequested();
        Task? running = null;
        if (_context is null) running = work(transaction);
        else ExecutionContext.Run(_context, _ => running = work(transaction), null);
        await running!.ConfigureAwait(false);
        cancel.ThrowIfCancellationRequested();
        _told = transaction.AfterCommit;
    }

    internal void Fail(Exception failure)
    {
        if (failure is OperationCanceledException && cancel.IsCancellationRequested) _done.TrySetCanceled(cancel);
        else _done.TrySetException(failure);
    }

    internal void Succeed()
    {
        try
        {
            _told.ForEach(told => told());
            _done.TrySetResult();
        }
        catch (Exception failure)
        {
            _done.TrySetException(failure);
        }
    }

    // A transaction begun within another would wait for itself: say so.
    private void GiveUp(TimeSpan patience)
    {
        if (!Begin()) return;
        if (cancel.IsCancellationRequested) _done.TrySetCanceled(cancel);
        else _done.TrySetException(new RecordStoreException($"Writing to {place} waited {patience.TotalSeconds:0} s for another write of this process and gave up. Try again; if it persists, restart the node and report it."));
    }
}
