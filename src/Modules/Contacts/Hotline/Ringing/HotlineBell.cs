namespace Noroshi.Contacts.Hotline;

/// <summary>Tells open pages that something on the hotline changed; each then looks for itself.</summary>
internal sealed class HotlineBell
{
    private volatile TaskCompletionSource _next = New();

    /// <summary>Ends with the next change. Ask before looking, so that no change falls between.</summary>
    internal Task Next => _next.Task;

    internal void Signal() => Interlocked.Exchange(ref _next, New()).TrySetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
