using System.Globalization;
using Google.Protobuf;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Requests;

/// <summary>Page tokens of lists that are ordered by a number within a round.</summary>
internal static class NumberToken
{
    /// <summary>The number after which the page starts; 0 for the first page.</summary>
    public static int Read(IMessage request, string token) => PageToken.Read(request, token, parts: 1) is { } key
        ? int.TryParse(key[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw PageToken.Invalid()
        : 0;

    public static string After(IMessage request, int number) => PageToken.After(request, number.ToString(CultureInfo.InvariantCulture));
}
