using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Register;

/// <summary>One municipality with its youth count as known on a date.</summary>
internal sealed class GetMunicipality(RegisterHistory register, TimeProvider time)
{
    public async ValueTask<GetMunicipalityResponse> RunAsync(GetMunicipalityRequest request, CancellationToken ct)
    {
        var snapshot = await register.KnownAtAsync(request.KnownAt, ct);
        var municipality = snapshot.Municipality(request.Id, "id");
        return new GetMunicipalityResponse { Municipality = snapshot.ToProto(municipality, AsOf.OrToday(request.AsOf, time)) };
    }
}

internal sealed class GetMunicipalityValidator : AbstractValidator<GetMunicipalityRequest>
{
    public GetMunicipalityValidator()
    {
        RuleFor(r => r.Id).IsMunicipalityId();
        RuleFor(r => r.AsOf).IsDayOrAbsent();
        RuleFor(r => r.KnownAt).IsMomentOrAbsent();
    }
}
