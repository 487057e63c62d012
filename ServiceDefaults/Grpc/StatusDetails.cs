using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using RpcStatus = Google.Rpc.Status;

namespace Regio.ServiceDefaults.Grpc;

/// <summary>Builds the rich status that every error carries: always an ErrorInfo, a field and a Dutch text where there is one.</summary>
internal static class StatusDetails
{
    public const string Domain = "regio";

    public const string TrailerName = "grpc-status-details-bin";

    public static RpcStatus Create(
        StatusCode code, string reason, string message, IEnumerable<KeyValuePair<string, string>>? metadata = null)
    {
        var info = new ErrorInfo { Reason = reason, Domain = Domain };
        foreach (var (name, value) in metadata ?? [])
            info.Metadata[name] = value;
        return new RpcStatus { Code = (int)code, Message = message, Details = { Any.Pack(info) } };
    }

    public static RpcStatus InDutch(this RpcStatus status, string message)
    {
        status.Details.Add(Any.Pack(new LocalizedMessage { Locale = "nl-NL", Message = message }));
        return status;
    }

    public static RpcStatus WithFields(this RpcStatus status, IEnumerable<BadRequest.Types.FieldViolation> violations)
    {
        status.Details.Add(Any.Pack(new BadRequest { FieldViolations = { violations } }));
        return status;
    }

    public static RpcStatus WithField(this RpcStatus status, string field, string description) =>
        status.WithFields([new BadRequest.Types.FieldViolation { Field = field, Description = description }]);
}
