using FluentValidation;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Regio.Common.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.ServiceDefaults.Messaging.History;

/// <summary>The history of the service for others to read.</summary>
internal sealed class HistoryGrpcService(EventHistory history) : HistoryService.HistoryServiceBase
{
    [Policy(HistoryPolicies.Read)]
    public override async Task ReadHistory(ReadHistoryRequest request, IServerStreamWriter<ReadHistoryResponse> responseStream, ServerCallContext context)
    {
        var ct = context.CancellationToken;
        var end = await history.EndAsync(ct);
        await foreach (var page in history.ReadAsync(request.AfterPosition, end, [.. request.EventTypes], ct))
            await responseStream.WriteAsync(new ReadHistoryResponse { Events = { page.Select(ToProto) }, Position = page[^1].Position }, ct);
        await responseStream.WriteAsync(new ReadHistoryResponse { Position = Math.Max(end, request.AfterPosition) }, ct);
    }

    private static HistoryEvent ToProto(PastEvent past) => new()
    {
        Position = past.Position,
        MessageId = past.MessageId.ToString("D"),
        EventType = past.EventType,
        Body = past.Body,
        RecordTime = past.RecordedAt.ToTimestamp(),
    };
}

internal sealed class ReadHistoryValidator : AbstractValidator<ReadHistoryRequest>
{
    private const int MostTypes = 50;

    public ReadHistoryValidator()
    {
        RuleFor(r => r.AfterPosition).GreaterThanOrEqualTo(0);
        RuleFor(r => r.EventTypes).Must(types => types.Count <= MostTypes).WithMessage($"Give at most {MostTypes} types.");
        RuleForEach(r => r.EventTypes).Must(type => type.Length is > 0 and <= 200).WithMessage("Give the full name of a type.");
    }
}
