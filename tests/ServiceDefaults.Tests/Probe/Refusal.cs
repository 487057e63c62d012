using Google.Rpc;
using Grpc.Core;

namespace Regio.ServiceDefaults.Tests.Probe;

/// <summary>What a caller can read from a failed call.</summary>
public sealed record Refusal(StatusCode Code, string Message, string Reason, IReadOnlyDictionary<string, string> Metadata, IReadOnlyList<string> Fields, string Dutch)
{
    public static async Task<Refusal> Of(Func<Task> call)
    {
        var exception = await Assert.ThrowsAsync<RpcException>(call);
        var status = exception.GetRpcStatus();
        Assert.True(status is not null, $"{exception.Status} carries no details.");
        Assert.Equal((int)exception.StatusCode, status.Code);
        var info = status.GetDetail<ErrorInfo>();
        Assert.NotNull(info);
        Assert.Equal("regio", info.Domain);
        return new Refusal(
            exception.StatusCode,
            status.Message,
            info.Reason,
            info.Metadata.ToDictionary(),
            [.. status.GetDetail<BadRequest>()?.FieldViolations.Select(violation => violation.Field) ?? []],
            status.GetDetail<LocalizedMessage>()?.Message ?? "");
    }

    public static Task<Refusal> Of<T>(AsyncUnaryCall<T> call) => Of(async () => await call);
}
