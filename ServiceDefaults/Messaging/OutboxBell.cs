namespace Regio.ServiceDefaults.Messaging;

/// <summary>Rings after a commit in this process, so that its relay need not wait for its next look.</summary>
internal sealed class OutboxBell
{
    private TaskCompletionSource _next = Fresh();

    /// <summary>Completes at the next ring; to be taken before looking for work, or a ring in between is missed.</summary>
    public Task NextRing => Volatile.Read(ref _next).Task;

    public void Ring() => Interlocked.Exchange(ref _next, Fresh()).TrySetResult();

    private static TaskCompletionSource Fresh() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
