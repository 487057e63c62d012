using System.Globalization;
using Google.Protobuf;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using RpcStatus = Google.Rpc.Status;

namespace Regio.ServiceDefaults.Grpc;

/// <summary>Reads and writes the status of a gRPC answer outside the server engine.</summary>
internal static class GrpcAnswer
{
    private const string StatusName = "grpc-status";
    private const string MessageName = "grpc-message";

    public static bool IsExpected(HttpContext context) =>
        context.Request.ContentType?.StartsWith("application/grpc", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>The status that the answer carries, in its headers when it has no messages, otherwise in its trailers.</summary>
    public static int? ReadStatus(HttpContext context) =>
        ReadStatus(context.Response.Headers) ?? (Trailers(context) is { } trailers ? ReadStatus(trailers) : null);

    /// <summary>The details of a failed answer; null when it has none that can be read.</summary>
    public static RpcStatus? ReadDetails(HttpContext context)
    {
        var text = (ReadDetails(context.Response.Headers) ?? (Trailers(context) is { } trailers ? ReadDetails(trailers) : null)) ?? "";
        try
        {
            // A sender may leave the padding out.
            return text.Length == 0 ? null : RpcStatus.Parser.ParseFrom(Convert.FromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '=')));
        }
        catch (Exception unreadable) when (unreadable is FormatException or InvalidProtocolBufferException)
        {
            return null;
        }
    }

    /// <summary>Where the status of a failed answer is and can still be changed; null when it succeeded or has been sent.</summary>
    public static IHeaderDictionary? FindFailure(HttpContext context)
    {
        var place = context.Response.HasStarted ? Trailers(context) : context.Response.Headers;
        return place is { IsReadOnly: false } && ReadStatus(place) is > 0 ? place : null;
    }

    /// <summary>Answers with a status and no message ("trailers only").</summary>
    public static void Refuse(HttpContext context, RpcStatus status)
    {
        context.Response.StatusCode = StatusCodes.Status200OK;
        context.Response.ContentType = "application/grpc";
        Write(context.Response.Headers, status);
    }

    public static void Write(IHeaderDictionary place, RpcStatus status)
    {
        place[StatusName] = status.Code.ToString(CultureInfo.InvariantCulture);
        place[MessageName] = Uri.EscapeDataString(status.Message);
        place[StatusDetails.TrailerName] = Convert.ToBase64String(status.ToByteArray());
    }

    public static string ReadMessage(IHeaderDictionary place) => Uri.UnescapeDataString(place[MessageName].ToString());

    private static int? ReadStatus(IHeaderDictionary place) =>
        int.TryParse(place[StatusName].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? code : null;

    private static string? ReadDetails(IHeaderDictionary place) => place[StatusDetails.TrailerName] is [{ } text] ? text : null;

    private static IHeaderDictionary? Trailers(HttpContext context) =>
        context.Features.Get<IHttpResponseTrailersFeature>()?.Trailers;
}
