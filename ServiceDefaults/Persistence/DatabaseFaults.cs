using Npgsql;

namespace Regio.ServiceDefaults.Persistence;

/// <summary>Tells a database that is away from a statement that is wrong.</summary>
public static class DatabaseFaults
{
    /// <summary>
    /// Whether the same work may go well the next time: the database was away or busy, or nobody waited. Anything else goes wrong
    /// each time, and whoever works through a queue sets it aside.
    /// </summary>
    public static bool IsPassing(Exception exception) =>
        exception is OperationCanceledException or TimeoutException or NpgsqlException { IsTransient: true }
        || (exception.InnerException is { } inner && IsPassing(inner));

    /// <summary>Whether a lock was not to be had within <c>lock_timeout</c>; EF wraps what the driver throws.</summary>
    public static bool IsLockTimeout(Exception exception) =>
        exception is PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable }
        || (exception.InnerException is { } inner && IsLockTimeout(inner));

    internal static bool IsOutage(Exception exception)
    {
        for (var current = exception; current is not null; current = current.InnerException!)
        {
            switch (current)
            {
                case PostgresException postgres:
                    return IsOutage(postgres);
                case NpgsqlException { IsTransient: true }:
                    return true;
            }
        }

        return false;
    }

    // A conflict between transactions is transient too, but it is over at once and not the server's absence.
    private static bool IsOutage(PostgresException exception) =>
        exception is { IsTransient: true, SqlState: not (PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected) };
}
