using System.Text;
using Npgsql;

namespace Regio.ServiceDefaults.Grpc;

/// <summary>
/// Describes an exception for the log by types and places alone. The message of an unexpected exception may quote
/// what was being read, and a log never holds personal data.
/// </summary>
internal static class FaultDescription
{
    public static string Of(Exception exception)
    {
        var text = new StringBuilder();
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            text.Append(text.Length == 0 ? "" : "\ncaused by ").Append(cause.GetType().FullName);
            if (cause is PostgresException database)
                text.Append(" (").Append(database.SqlState).Append(' ').Append(database.ConstraintName).Append(')');
            text.Append('\n').Append(cause.StackTrace);
        }

        return text.ToString();
    }
}
