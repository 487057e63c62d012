using Google.Rpc;
using Grpc.Core;

namespace Regio.Procurement.Tests.Features;

/// <summary>What a refused call told its caller.</summary>
internal sealed record Refused(StatusCode Code, string Reason, IReadOnlyList<string> Fields, IReadOnlyDictionary<string, string> Metadata)
{
    public static async Task<Refused> ByAsync(Func<Task> call) => Of(await Assert.ThrowsAsync<RpcException>(call));

    public static Refused Of(RpcException exception)
    {
        var status = exception.GetRpcStatus();
        var info = status?.GetDetail<ErrorInfo>();
        return new Refused(
            exception.StatusCode,
            info?.Reason ?? "",
            [.. status?.GetDetail<BadRequest>()?.FieldViolations.Select(v => v.Field) ?? []],
            info?.Metadata.ToDictionary() ?? []);
    }
}
