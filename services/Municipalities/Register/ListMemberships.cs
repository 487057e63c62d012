using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Register;

/// <summary>Which municipality belonged to which region on a date.</summary>
internal sealed class ListMemberships(RegisterHistory register, TimeProvider time)
{
    public async ValueTask<ListMembershipsResponse> RunAsync(ListMembershipsRequest request, CancellationToken ct)
    {
        var snapshot = await register.KnownAtAsync(request.KnownAt, ct);
        var day = AsOf.OrToday(request.AsOf, time);
        var memberships = request.Exceptions
            ? snapshot.AllMembershipsOn(day)
            : snapshot.MembershipsOn(day, new(request.ProductGroup, (MembershipCare)request.Care));
        if (request.MunicipalityId.Length > 0)
        {
            var wanted = snapshot.Municipality(request.MunicipalityId, "municipality_id");
            memberships = memberships.Where(m => m.Municipality == wanted);
        }

        if (request.RegionId.Length > 0)
        {
            snapshot.RequireRegion(request.RegionId, "region_id");
            memberships = memberships.Where(m => m.Membership.RegionId == request.RegionId);
        }

        return new ListMembershipsResponse { Memberships = { memberships.Select(m => m.ToProto()) } };
    }
}

internal sealed class ListMembershipsValidator : AbstractValidator<ListMembershipsRequest>
{
    public ListMembershipsValidator()
    {
        RuleFor(r => r.AsOf).IsDayOrAbsent();
        RuleFor(r => r.KnownAt).IsMomentOrAbsent();
        RuleFor(r => r.RegionId).IsRegionIdOrEmpty();
        RuleFor(r => r.ProductGroup).IsProductGroupOrEmpty();
        RuleFor(r => r.Care).IsInEnum();
        RuleFor(r => r.Exceptions).Equal(false).When(r => r.ProductGroup.Length > 0 || r.Care != V1.MembershipCare.Unspecified)
            .WithMessage("Ask either for one product group or kind of care, or for all of them.");
        RuleFor(r => r.MunicipalityId).IsMunicipalityId().When(r => r.MunicipalityId.Length > 0);
    }
}
