using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Register;

/// <summary>Records that a municipality no longer belongs to a region from a day on.</summary>
internal sealed class EndMembership(MunicipalitiesDbContext db, RegisterCache register, Once once)
{
    public Task<EndMembershipResponse> RunAsync(EndMembershipRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (moment, token) => EndAsync(request, moment, token), ct);

    private async Task<EndMembershipResponse> EndAsync(EndMembershipRequest request, Moment moment, CancellationToken ct)
    {
        (await register.GetAsync(ct)).RequireRegion(request.RegionId, "region_id");
        var municipality = await db.MunicipalityToChangeAsync(request.MunicipalityId, "municipality_id", ct);
        var ended = municipality.Leave(request.RegionId, new(request.ProductGroup, (MembershipCare)request.Care), request.EndDate.ToDateOnly());
        await db.KeepMembershipsAsync(municipality, [ended], moment.Now, ct);
        return new EndMembershipResponse { Membership = ended.ToProto(municipality.Id) };
    }
}

internal sealed class EndMembershipValidator : AbstractValidator<EndMembershipRequest>
{
    public EndMembershipValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.MunicipalityId).IsMunicipalityId();
        RuleFor(r => r.RegionId).NotEmpty().IsRegionIdOrEmpty();
        RuleFor(r => r.ProductGroup).IsProductGroupOrEmpty();
        RuleFor(r => r.Care).IsInEnum();
        RuleFor(r => r.EndDate).IsDay();
    }
}
