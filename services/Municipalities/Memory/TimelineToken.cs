using System.Globalization;
using Google.Protobuf;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Memory;

/// <summary>Page tokens of the timeline, which is ordered by day and then by name.</summary>
internal static class TimelineToken
{
    /// <summary>The entry after which the page starts; null for the first page.</summary>
    public static (DateOnly Day, string Name)? Read(IMessage request, string token)
    {
        if (PageToken.Read(request, token, parts: 2) is not [var day, var name])
            return null;
        return DateOnly.TryParseExact(day, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) && !name.Contains('\0', StringComparison.Ordinal)
            ? (on, name)
            : throw PageToken.Invalid();
    }

    public static string After(IMessage request, TimelineEntry last) =>
        PageToken.After(request, last.HappenedOn.ToString("O", CultureInfo.InvariantCulture), last.Name);
}
