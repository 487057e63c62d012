namespace Regio.ServiceDefaults.Persistence;

/// <summary>Whether the database of this process is ready for use; the relay and the consumers wait for it.</summary>
internal sealed class DatabaseState
{
    private readonly TaskCompletionSource _migrated = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsMigrated => _migrated.Task.IsCompletedSuccessfully;

    public Task WhenMigratedAsync(CancellationToken ct) => _migrated.Task.WaitAsync(ct);

    public void MarkMigrated() => _migrated.TrySetResult();
}
