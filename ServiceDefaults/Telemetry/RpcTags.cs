using System.Diagnostics;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Regio.ServiceDefaults.Grpc;

namespace Regio.ServiceDefaults.Telemetry;

/// <summary>A gRPC method as telemetry names it.</summary>
internal readonly record struct RpcMethod(string Service, string Method)
{
    /// <summary>What somebody else made up must not become a name in our telemetry.</summary>
    private static readonly RpcMethod Other = new("_OTHER", "_OTHER");

    public static bool IsMapped(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<GrpcMethodMetadata>() is not null;

    public static RpcMethod Parse(string path, bool isKnown)
    {
        var slash = path.LastIndexOf('/');
        return isKnown && slash > 1 ? new RpcMethod(path[1..slash], path[(slash + 1)..]) : Other;
    }

    public override string ToString() => this == Other ? "_OTHER" : $"{Service}/{Method}";
}

/// <summary>Names and tags of the OpenTelemetry conventions for RPC spans, the present names beside the new ones.</summary>
internal static class RpcTags
{
    public const int Cancelled = (int)StatusCode.Cancelled;
    public const int Unknown = (int)StatusCode.Unknown;

    public const string EngineMethod = "grpc.method";
    public const string EngineStatus = "grpc.status_code";

    public static void Describe(Activity span, RpcMethod method, int status, bool isServer)
    {
        var name = StatusNames.Of((StatusCode)status);
        span.DisplayName = method.ToString();
        span.SetTag(EngineMethod, null);
        span.SetTag(EngineStatus, null);
        span.SetTag("rpc.system", "grpc");
        span.SetTag("rpc.system.name", "grpc");
        span.SetTag("rpc.service", method.Service);
        span.SetTag("rpc.method", method.Method);
        span.SetTag("rpc.grpc.status_code", status);
        span.SetTag("rpc.response.status_code", name);
        if (!(isServer ? IsServerFault(status) : status != 0))
            return;
        span.SetTag("error.type", name);
        span.SetStatus(ActivityStatusCode.Error);
    }

    /// <summary>A refusal is an answer; on the server only these are failures.</summary>
    public static bool IsServerFault(int status) => (StatusCode)status is
        StatusCode.Unknown or StatusCode.DeadlineExceeded or StatusCode.Unimplemented
        or StatusCode.Internal or StatusCode.Unavailable or StatusCode.DataLoss;
}
