using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Municipalities.Costs;

/// <summary>Records the allocation of a cost, once per request id, and publishes it in the same transaction.</summary>
internal sealed class AllocateCost(
    MunicipalitiesDbContext db,
    RegisterCache register,
    IdempotentRequests<MunicipalitiesDbContext> requests,
    TimeProvider time)
{
    private const string Rpc = "regio.municipalities.v1.CostService/AllocateCost";

    public Task<AllocateCostResponse> RunAsync(AllocateCostRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => RecordAsync(request, caller, token), ct);

    private async Task<AllocateCostResponse> RecordAsync(AllocateCostRequest request, string caller, CancellationToken ct)
    {
        var snapshot = await register.GetAsync(ct);
        var now = time.StorableNow();
        var day = AsOf.OrToday(request.AsOf, time);
        var key = snapshot.KeyInForce(Purpose.OrDefault(request.Purpose), day);
        var allocation = Allocation.Of(request.AmountCents, Sharing.Sharers(snapshot, key, request.MunicipalityIds, day));
        var recorded = CostAllocation.Record(
            Guid.CreateVersion7(now), request.Subject.Trim(), allocation, new KeyInForce(key.Id, key.Purpose, day), caller, now);

        db.Add(recorded);
        db.Publish(CostEvents.Allocated(recorded), recorded.Id.ToString("D"));
        return new AllocateCostResponse { CostAllocation = recorded.ToProto() };
    }
}

internal sealed class AllocateCostValidator : AbstractValidator<AllocateCostRequest>
{
    public AllocateCostValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.AmountCents).GreaterThan(0);
        RuleFor(r => r.Subject).IsSubject();
        RuleFor(r => r.Purpose).IsPurposeOrEmpty();
        RuleFor(r => r.AsOf).IsDayOrAbsent();
        RuleFor(r => r.MunicipalityIds).Custom(MunicipalityRequestRules.AreMunicipalityIds);
    }
}
