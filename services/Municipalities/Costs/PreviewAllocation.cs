using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Costs;

/// <summary>Computes the shares of an amount and records nothing.</summary>
internal sealed class PreviewAllocation(RegisterCache register, TimeProvider time)
{
    public async ValueTask<PreviewAllocationResponse> RunAsync(PreviewAllocationRequest request, CancellationToken ct)
    {
        var snapshot = await register.GetAsync(ct);
        var day = AsOf.OrToday(request.AsOf, time);
        var key = snapshot.KeyInForce(Purpose.OrDefault(request.Purpose), day);
        var allocation = Allocation.Of(request.AmountCents, Sharing.Sharers(snapshot, key, request.MunicipalityIds, day));
        return new PreviewAllocationResponse { Allocation = allocation.ToProto(new KeyInForce(key.Id, key.Purpose, day)) };
    }
}

internal sealed class PreviewAllocationValidator : AbstractValidator<PreviewAllocationRequest>
{
    public PreviewAllocationValidator()
    {
        RuleFor(r => r.AmountCents).GreaterThanOrEqualTo(0);
        RuleFor(r => r.Purpose).IsPurposeOrEmpty();
        RuleFor(r => r.AsOf).IsDayOrAbsent();
        RuleFor(r => r.MunicipalityIds).Custom(MunicipalityRequestRules.AreMunicipalityIds);
    }
}
