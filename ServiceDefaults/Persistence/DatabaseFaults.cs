using Npgsql;

namespace Regio.ServiceDefaults.Persistence;

/// <summary>Tells a database that is away from a statement that is wrong.</summary>
internal static class DatabaseFaults
{
    public static bool IsOutage(Exception exception)
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
