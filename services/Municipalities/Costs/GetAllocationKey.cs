using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Costs;

/// <summary>The key for a purpose that was in force on a date.</summary>
internal sealed class GetAllocationKey(RegisterCache register, TimeProvider time)
{
    public async ValueTask<GetAllocationKeyResponse> RunAsync(GetAllocationKeyRequest request, CancellationToken ct)
    {
        var snapshot = await register.GetAsync(ct);
        var day = AsOf.OrToday(request.AsOf, time);
        return new GetAllocationKeyResponse { AllocationKey = snapshot.KeyInForce(Purpose.OrDefault(request.Purpose), day).ToProto(day) };
    }
}

internal sealed class GetAllocationKeyValidator : AbstractValidator<GetAllocationKeyRequest>
{
    public GetAllocationKeyValidator()
    {
        RuleFor(r => r.Purpose).IsPurposeOrEmpty();
        RuleFor(r => r.AsOf).IsDayOrAbsent();
    }
}
