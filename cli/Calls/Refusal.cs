using Google.Rpc;
using Grpc.Core;

namespace Regio.Cli.Calls;

/// <summary>Why a call was refused, as the rich error says it.</summary>
internal sealed record Refusal(StatusCode Status, string Reason, IReadOnlyList<string> Fields, string Message)
{
    public static Refusal From(RpcException exception)
    {
        var details = exception.GetRpcStatus();
        return new Refusal(
            exception.StatusCode,
            details?.GetDetail<ErrorInfo>()?.Reason ?? "",
            [.. details?.GetDetail<BadRequest>()?.FieldViolations.Select(violation => violation.Field) ?? []],
            exception is { StatusCode: StatusCode.DeadlineExceeded, Status.Detail: "" } ? "no answer came in time" : exception.Status.Detail);
    }

    public override string ToString()
    {
        var fields = Fields.Count == 0 ? "" : $", field {string.Join(", ", Fields)}";
        return $"{Status} {Reason}{fields}: {Message}";
    }
}

/// <summary>A call did not succeed.</summary>
internal sealed class RefusedException(Refusal refusal, string traceId, Exception inner)
    : Exception(refusal.ToString(), inner)
{
    public Refusal Refusal { get; } = refusal;

    public string TraceId { get; } = traceId;
}
