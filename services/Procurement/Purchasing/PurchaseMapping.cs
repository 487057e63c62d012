using Regio.Messages.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Procurement.Purchasing;

/// <summary>From purchase requests to their messages.</summary>
internal static class PurchaseMapping
{
    public static V1.PurchaseRequest ToProto(this PurchaseRequest request) => new()
    {
        Id = request.Id.ToString("D"),
        MunicipalityId = request.MunicipalityId,
        ProductId = request.ProductId,
        State = (V1.PurchaseRequestState)request.State,
        Reason = request.Reason,
        Etag = Etag.Of(request.Version),
        CreateTime = request.CreatedAt.ToProto(),
        DecideTime = request.DecidedAt?.ToProto(),
        ContractLineId = request.ContractLineId?.ToString("D") ?? "",
    };

    public static PurchaseDecided ToEvent(this PurchaseRequest request) => new()
    {
        PurchaseRequestId = request.Id,
        AggregateVersion = request.Version,
        OccurredAt = request.DecidedAt ?? throw new ArgumentException("The request is not decided.", nameof(request)),
        Granted = request.State == PurchaseRequestState.Granted,
        Reason = request.Reason,
        ContractLineId = request.ContractLineId,
    };
}
