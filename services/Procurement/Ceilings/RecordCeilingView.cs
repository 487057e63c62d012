using FluentValidation;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Procurement.Ceilings;

/// <summary>Records the view of the provider on the intention, or that it gave none in time.</summary>
internal sealed class RecordCeilingView(ProcurementDbContext db, IdempotentRequests<ProcurementDbContext> requests, TimeProvider time)
{
    private const string Rpc = "regio.procurement.v1.CeilingService/RecordCeilingView";

    public Task<RecordCeilingViewResponse> RunAsync(RecordCeilingViewRequest request, ProviderScope scope, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => ChangeAsync(request, scope, token), ct);

    private async Task<RecordCeilingViewResponse> ChangeAsync(RecordCeilingViewRequest request, ProviderScope scope, CancellationToken ct)
    {
        var ceiling = await db.CeilingToChangeAsync(request.Id, request.Etag, ct, scope);
        var now = time.StorableNow();
        ceiling.RecordView(request.View.Trim(), time.DutchToday());
        db.Publish(ceiling.ToEvent(now), ceiling.Id.ToString("D"));
        return new RecordCeilingViewResponse { Ceiling = ceiling.ToProto() };
    }
}

internal sealed class RecordCeilingViewValidator : AbstractValidator<RecordCeilingViewRequest>
{
    public RecordCeilingViewValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.View).IsLineOrEmpty(CeilingRules.MostTextCharacters);
    }
}
