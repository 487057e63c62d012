using Google.Rpc;
using Grpc.Core;

namespace Regio.Testing.Rpcs;

/// <summary>What a call came to.</summary>
/// <param name="Code">Its status.</param>
/// <param name="Reason">Reason of the ErrorInfo; empty when there is none.</param>
/// <param name="Domain">Domain of the ErrorInfo.</param>
/// <param name="Fields">The fields that BadRequest names.</param>
/// <param name="Body">The bytes of the first answer, when there was one.</param>
public sealed record RpcAnswer(StatusCode Code, string Reason, string Domain, IReadOnlyList<string> Fields, byte[] Body)
{
    public static RpcAnswer Ok(byte[] body) => new(StatusCode.OK, "", "", [], body);

    public static RpcAnswer Of(RpcException refused)
    {
        var status = refused.GetRpcStatus();
        var info = status?.GetDetail<ErrorInfo>();
        return new RpcAnswer(
            refused.StatusCode,
            info?.Reason ?? "",
            info?.Domain ?? "",
            [.. status?.GetDetail<BadRequest>()?.FieldViolations.Select(violation => violation.Field) ?? []],
            [])
        {
            Detail = refused.Status.Detail,
        };
    }

    /// <summary>Refused in the way that all of Regio refuses: with this code and with a reason in its domain.</summary>
    public bool Is(params StatusCode[] codes) => codes.Contains(Code) && (Code == StatusCode.OK || (Domain == "regio" && Reason.Length > 0));

    /// <summary>Refused for what the request or the state of things is: nothing was done.</summary>
    public bool IsRefusal => Is(
        StatusCode.InvalidArgument, StatusCode.NotFound, StatusCode.FailedPrecondition, StatusCode.AlreadyExists, StatusCode.PermissionDenied,
        StatusCode.Aborted, StatusCode.OutOfRange, StatusCode.ResourceExhausted);

    /// <summary>Refused with this code and reason.</summary>
    public bool Is(StatusCode code, string reason) => Is(code) && Reason == reason;

    /// <summary>What the status says in words.</summary>
    public string Detail { get; init; } = "";

    public override string ToString() => $"{Code} {Reason} [{string.Join(", ", Fields)}] {Detail}".TrimEnd();
}
