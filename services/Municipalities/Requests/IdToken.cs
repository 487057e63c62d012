using Google.Protobuf;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Requests;

/// <summary>Page tokens of lists that are ordered by id, which for UUIDv7 is the order of recording.</summary>
internal static class IdToken
{
    /// <summary>The id after which the page starts; null for the first page.</summary>
    public static Guid? Read(IMessage request, string token) => PageToken.Read(request, token, parts: 1) is { } key
        ? Guid.TryParseExact(key[0], "D", out var id) ? id : throw PageToken.Invalid()
        : null;

    public static string After(IMessage request, Guid id) => PageToken.After(request, id.ToString("D"));
}
