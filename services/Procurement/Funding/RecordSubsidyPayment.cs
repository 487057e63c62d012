using FluentValidation;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Procurement.Funding;

/// <summary>Records money that went over.</summary>
internal sealed class RecordSubsidyPayment(ProcurementDbContext db, IdempotentRequests<ProcurementDbContext> requests, TimeProvider time)
{
    private const string Rpc = "regio.procurement.v1.SubsidyService/RecordSubsidyPayment";

    public Task<RecordSubsidyPaymentResponse> RunAsync(RecordSubsidyPaymentRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => ChangeAsync(request, token), ct);

    private async Task<RecordSubsidyPaymentResponse> ChangeAsync(RecordSubsidyPaymentRequest request, CancellationToken ct)
    {
        var subsidy = await db.SubsidyToChangeAsync(request.Id, request.Etag, ct);
        var now = time.StorableNow();
        subsidy.Pay(
            Guid.CreateVersion7(now), (SubsidyPaymentKind)request.Kind, request.Cents, AsOf.OrToday(request.PaidDate, time), (time.DutchToday(), now));
        db.Publish(subsidy.ToEvent(now), subsidy.Id.ToString("D"));
        return new RecordSubsidyPaymentResponse { Subsidy = subsidy.ToProto() };
    }
}

internal sealed class RecordSubsidyPaymentValidator : AbstractValidator<RecordSubsidyPaymentRequest>
{
    public RecordSubsidyPaymentValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.Kind).IsInEnum().NotEqual(V1.SubsidyPaymentKind.Unspecified).WithMessage("Say which way the money went.");
        RuleFor(r => r.Cents).InclusiveBetween(1, SubsidyRules.MostCents);
        RuleFor(r => r.PaidDate).IsDayOrAbsent();
    }
}
