namespace Regio.ServiceDefaults.Persistence;

/// <summary>Whether the database of this process is ready for use; the relay and the consumers wait for it.</summary>
public sealed class DatabaseState
{
    private readonly TaskCompletionSource _migrated = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whether the schema and the reference data are in place.</summary>
    public bool IsMigrated => _migrated.Task.IsCompletedSuccessfully;

    /// <summary>Waits until they are.</summary>
    public Task WhenMigratedAsync(CancellationToken ct) => _migrated.Task.WaitAsync(ct);

    internal void MarkMigrated() => _migrated.TrySetResult();
}
