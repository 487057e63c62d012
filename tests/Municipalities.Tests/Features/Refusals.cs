using Google.Rpc;
using Grpc.Core;

namespace Regio.Municipalities.Tests.Features;

/// <summary>What a refusal of a call must say.</summary>
internal static class Refusals
{
    public static async Task IsRefusedAsync(string reason, StatusCode code, Func<Task> call)
    {
        var refused = await Assert.ThrowsAsync<RpcException>(call);
        Assert.Equal((code, reason), (refused.StatusCode, refused.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason));
    }
}
