using FluentValidation;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Procurement.Innovations;

/// <summary>Records what procurement says of an idea.</summary>
internal sealed class RecordProcurementView(ProcurementDbContext db, IdempotentRequests<ProcurementDbContext> requests, TimeProvider time)
{
    private const string Rpc = "regio.procurement.v1.InnovationService/RecordProcurementView";

    public Task<RecordProcurementViewResponse> RunAsync(RecordProcurementViewRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => RecordAsync(request, token), ct);

    private async Task<RecordProcurementViewResponse> RecordAsync(RecordProcurementViewRequest request, CancellationToken ct)
    {
        var innovation = await db.InnovationToChangeAsync(request.Id, request.Etag, ct);
        innovation.View(request.View.Trim(), AsOf.OrToday(request.ViewDate, time), time.DutchToday());
        db.Publish(innovation.ToEvent(time.StorableNow()), innovation.Id.ToString("D"));
        return new RecordProcurementViewResponse { Innovation = innovation.ToProto() };
    }
}

internal sealed class RecordProcurementViewValidator : AbstractValidator<RecordProcurementViewRequest>
{
    public RecordProcurementViewValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.View).IsLine(InnovationRules.MostTextCharacters);
        RuleFor(r => r.ViewDate).IsDayOrAbsent();
    }
}
