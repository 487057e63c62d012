using System.Globalization;
using Google.Protobuf;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Requests;

/// <summary>Page tokens of lists that are ordered by a day and then by id.</summary>
internal static class DueToken
{
    /// <summary>The place after which the page starts; null for the first page.</summary>
    public static (DateOnly Day, Guid Id)? Read(IMessage request, string token)
    {
        if (PageToken.Read(request, token, parts: 2) is not [var day, var id])
            return null;
        return DateOnly.TryParseExact(day, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) && Guid.TryParseExact(id, "D", out var last)
            ? (on, last)
            : throw PageToken.Invalid();
    }

    public static string After(IMessage request, DateOnly day, Guid id) =>
        PageToken.After(request, day.ToString("O", CultureInfo.InvariantCulture), id.ToString("D"));
}
