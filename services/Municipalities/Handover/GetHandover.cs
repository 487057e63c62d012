using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Time;

namespace Regio.Municipalities.Handover;

/// <summary>The hand-over file of a municipality.</summary>
internal sealed class GetHandover(HandoverReader reader, RegisterCache register, TimeProvider time)
{
    public async Task<GetHandoverResponse> RunAsync(GetHandoverRequest request, CancellationToken ct)
    {
        var municipality = (await register.GetAsync(ct)).Municipality(request.MunicipalityId, "municipality_id");
        return new GetHandoverResponse { File = (await reader.ReadAsync(municipality, time.DutchToday(), ct)).ToProto() };
    }
}

internal sealed class GetHandoverValidator : AbstractValidator<GetHandoverRequest>
{
    public GetHandoverValidator() => RuleFor(r => r.MunicipalityId).IsMunicipalityId();
}
