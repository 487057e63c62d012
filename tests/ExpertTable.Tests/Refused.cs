using Google.Rpc;
using Grpc.Core;

namespace Regio.ExpertTable.Tests;

/// <summary>What a caller gets to see of a refusal.</summary>
internal static class Refused
{
    public static async Task<RpcException> ByAsync(Func<Task> call) => await Assert.ThrowsAsync<RpcException>(call);

    public static string Reason(this RpcException refused) => refused.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason ?? "";

    public static string Field(this RpcException refused) =>
        string.Join(',', refused.GetRpcStatus()?.GetDetail<BadRequest>()?.FieldViolations.Select(v => v.Field) ?? []);
}
