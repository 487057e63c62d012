using System.Globalization;
using Google.Protobuf;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Requests;

/// <summary>Page tokens of lists that are ordered by a day and then by name.</summary>
internal static class DayToken
{
    /// <summary>The place after which the page starts; null for the first page.</summary>
    public static (DateOnly Day, string Name)? Read(IMessage request, string token)
    {
        if (PageToken.Read(request, token, parts: 2) is not [var day, var name])
            return null;
        return DateOnly.TryParseExact(day, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) && !name.Contains('\0', StringComparison.Ordinal)
            ? (on, name)
            : throw PageToken.Invalid();
    }

    public static string After(IMessage request, DateOnly day, string name) =>
        PageToken.After(request, day.ToString("O", CultureInfo.InvariantCulture), name);
}
