using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Register;

/// <summary>The memberships of many municipalities and regions, each on its own day, in one call.</summary>
internal sealed class BatchGetMemberships(RegisterCache register, TimeProvider time)
{
    public const int MostKeys = 500;

    public async ValueTask<BatchGetMembershipsResponse> RunAsync(BatchGetMembershipsRequest request, CancellationToken ct)
    {
        var snapshot = await register.GetAsync(ct);
        return new BatchGetMembershipsResponse { Results = { request.Keys.Select(key => Answer(snapshot, key)) } };
    }

    private MembershipsOnDay Answer(RegisterSnapshot snapshot, MembershipKey key)
    {
        var found = snapshot.MembershipsOn(AsOf.OrToday(key.AsOf, time), new(key.ProductGroup, (MembershipCare)key.Care)).Where(m => key.MunicipalityId.Length > 0
            ? m.Municipality.Id == key.MunicipalityId
            : m.Membership.RegionId == key.RegionId);
        return new MembershipsOnDay { Key = key, Memberships = { found.Select(m => m.ToProto()) } };
    }
}

internal sealed class BatchGetMembershipsValidator : AbstractValidator<BatchGetMembershipsRequest>
{
    public BatchGetMembershipsValidator()
    {
        RuleFor(r => r.Keys).Must(keys => keys.Count is > 0 and <= BatchGetMemberships.MostKeys)
            .WithMessage($"Give 1 to {BatchGetMemberships.MostKeys} keys.");
        RuleForEach(r => r.Keys).ChildRules(key =>
        {
            key.RuleFor(k => k.AsOf).IsDayOrAbsent();
            key.RuleFor(k => k.MunicipalityId).IsMunicipalityId().When(k => k.MunicipalityId.Length > 0);
            key.RuleFor(k => k.RegionId).IsRegionIdOrEmpty();
            key.RuleFor(k => k.ProductGroup).IsProductGroupOrEmpty();
            key.RuleFor(k => k.Care).IsInEnum();
            key.RuleFor(k => k.MunicipalityId).Must((k, id) => (id.Length > 0) != (k.RegionId.Length > 0))
                .WithMessage("Give either a municipality_id or a region_id.");
        }).When(r => r.Keys.Count <= BatchGetMemberships.MostKeys);
    }
}
