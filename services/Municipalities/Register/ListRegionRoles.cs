using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Register;

/// <summary>Which municipality had which role for a region on a date.</summary>
internal sealed class ListRegionRoles(RegisterCache register, TimeProvider time)
{
    public async ValueTask<ListRegionRolesResponse> RunAsync(ListRegionRolesRequest request, CancellationToken ct)
    {
        var snapshot = await register.GetAsync(ct);
        if (request.RegionId.Length > 0)
            snapshot.RequireRegion(request.RegionId, "region_id");
        var day = AsOf.OrToday(request.AsOf, time);
        var roles = snapshot.RegionRoles.Where(r => r.Validity.Contains(day) && (request.RegionId.Length == 0 || r.RegionId == request.RegionId));
        return new ListRegionRolesResponse
        {
            Roles = { roles.Select(r => r.ToProto(snapshot.Municipality(r.MunicipalityId, "region_id").Name)) },
        };
    }
}

internal sealed class ListRegionRolesValidator : AbstractValidator<ListRegionRolesRequest>
{
    public ListRegionRolesValidator()
    {
        RuleFor(r => r.RegionId).IsRegionIdOrEmpty();
        RuleFor(r => r.AsOf).IsDayOrAbsent();
    }
}
