using Aspire.DashboardService.Proto.V1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Aspire.Dashboard.Resources;

/// <summary>
/// What the app host wants back with a command that it gave a parameter. It goes through the page and not around it,
/// so that a page which stands since an earlier run gives the key of that run and is refused.
/// </summary>
internal static class CommandKey
{
    private const int LongestKey = 4_096;

    /// <summary>The key for a form; null when the command has none.</summary>
    public static string? Of(ResourceCommand command) => command.Parameter is { } parameter ? JsonFormatter.Default.Format(parameter) : null;

    /// <summary>The parameter that a form sent back; null when it is none.</summary>
    public static Value? Read(string? key)
    {
        if (string.IsNullOrEmpty(key) || key.Length > LongestKey)
            return null;
        try
        {
            return Value.Parser.ParseJson(key);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
