using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Register;

/// <summary>Which municipality had which role for a region on a date, and which fell vacant.</summary>
internal sealed class ListRegionRoles(RegisterHistory register, TimeProvider time)
{
    public async ValueTask<ListRegionRolesResponse> RunAsync(ListRegionRolesRequest request, CancellationToken ct)
    {
        var snapshot = await register.KnownAtAsync(request.KnownAt, ct);
        if (request.RegionId.Length > 0)
            snapshot.RequireRegion(request.RegionId, "region_id");
        var day = AsOf.OrToday(request.AsOf, time);
        var holdings = snapshot.RolesOn(day).Where(r => request.RegionId.Length == 0 || r.Role.RegionId == request.RegionId).ToList();
        return new ListRegionRolesResponse
        {
            Roles = { holdings.Where(h => !h.IsVacant).Select(h => h.ToProto()) },
            Vacancies = { holdings.Where(h => h.IsVacant).Select(h => h.ToVacancy()) },
        };
    }
}

internal sealed class ListRegionRolesValidator : AbstractValidator<ListRegionRolesRequest>
{
    public ListRegionRolesValidator()
    {
        RuleFor(r => r.RegionId).IsRegionIdOrEmpty();
        RuleFor(r => r.AsOf).IsDayOrAbsent();
        RuleFor(r => r.KnownAt).IsMomentOrAbsent();
    }
}
