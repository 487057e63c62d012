using Google.Rpc;
using Grpc.Core;

namespace Regio.Reporting.Tests;

/// <summary>Reads what a refusal says.</summary>
internal static class Refusals
{
    public static string Reason(RpcException refused) => refused.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason;
}
