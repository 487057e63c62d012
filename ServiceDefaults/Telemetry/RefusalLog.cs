using System.Diagnostics;
using Google.Rpc;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.ServiceDefaults.Telemetry;

/// <summary>
/// Writes a line for each call that was refused: which method, with what code and reason, and by which roles it was tried. Whoever looks for
/// somebody that tries doors finds them there. The reason is a code of ours and the roles are those of the token, so nothing of a child is in it.
/// </summary>
internal sealed class RefusalLog(ILogger<RefusalLog> logger)
{
    public const string ReasonTag = "regio.error.reason";

    public void Note(HttpContext context, Activity? span, RpcMethod method, int status)
    {
        // Somebody who hangs up is refused nothing: each watch ends so.
        if (status is 0 or RpcTags.Cancelled)
            return;
        var reason = ReasonOf(context);
        span?.SetTag(ReasonTag, reason);
        // A service that fails has refused nothing either, and says elsewhere what went wrong.
        if (RpcTags.IsServerFault(status))
            return;
        var caller = context.GetCaller();
        logger.LogInformation(
            "{Method} was refused with {Status} {Reason}; roles: {Roles}, municipality: {Municipality}, provider: {Provider}",
            method, StatusNames.Of((StatusCode)status), reason, string.Join(' ', caller.Roles.Order(StringComparer.Ordinal)), caller.Municipality, caller.Provider);
    }

    private static string ReasonOf(HttpContext context) =>
        GrpcAnswer.ReadDetails(context)?.Details.FirstOrDefault(detail => detail.Is(ErrorInfo.Descriptor))?.Unpack<ErrorInfo>().Reason ?? "";
}
