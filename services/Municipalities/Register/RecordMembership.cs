using FluentValidation;
using Regio.Municipalities.Bodies;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Register;

/// <summary>Records that a municipality belongs to a region for a period, wholly or for some of its care.</summary>
internal sealed class RecordMembership(MunicipalitiesDbContext db, RegisterCache register, Once once)
{
    public Task<RecordMembershipResponse> RunAsync(RecordMembershipRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (moment, token) => RecordAsync(request.Membership, request.EndsPrevious, moment, token), ct);

    private async Task<RecordMembershipResponse> RecordAsync(V1.Membership asked, bool endsPrevious, Moment moment, CancellationToken ct)
    {
        var region = (await register.GetAsync(ct)).Region(asked.RegionId, "membership.region_id");
        var municipality = await db.MunicipalityToChangeAsync(asked.MunicipalityId, "membership.municipality_id", ct);
        var next = new Membership
        {
            RegionId = region.Id,
            RegionKind = region.Kind,
            Validity = asked.Period.ToValidity(),
            Source = asked.Source.ToDomain(),
            Remark = asked.Remark.Trim(),
            ProductGroup = asked.ProductGroup,
            Care = (MembershipCare)asked.Care,
        };
        var changed = municipality.Join(next, region, endsPrevious);
        await db.KeepMembershipsAsync(municipality, changed, moment.Now, ct);
        return new RecordMembershipResponse { Membership = next.ToProto(municipality.Id) };
    }
}

internal sealed class RecordMembershipValidator : AbstractValidator<RecordMembershipRequest>
{
    public RecordMembershipValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Membership).NotNull();
        When(r => r.Membership is not null, () =>
        {
            RuleFor(r => r.Membership.MunicipalityId).IsMunicipalityId();
            RuleFor(r => r.Membership.RegionId).NotEmpty().IsRegionIdOrEmpty();
            RuleFor(r => r.Membership.RegionKind).Equal(V1.RegionKind.Unspecified).WithMessage("Leave it out: the region has its kind.");
            RuleFor(r => r.Membership.Period).IsPeriod();
            RuleFor(r => r.Membership.Source).IsNamedSource();
            RuleFor(r => r.Membership.ProductGroup).IsProductGroupOrEmpty();
            RuleFor(r => r.Membership.Care).IsInEnum();
            RuleFor(r => r.Membership.Remark).IsLineOrEmpty(MembershipFieldRules.MostRemarkCharacters);
        });
    }
}
