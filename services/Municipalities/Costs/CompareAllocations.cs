using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Register;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Time;

namespace Regio.Municipalities.Costs;

/// <summary>What each municipality would bear by two keys, or by a key and the number of young people; records nothing.</summary>
internal sealed class CompareAllocations(RegisterCache register, TimeProvider time)
{
    public async ValueTask<CompareAllocationsResponse> RunAsync(CompareAllocationsRequest request, CancellationToken ct)
    {
        var snapshot = await register.GetAsync(ct);
        var compared = Comparison.Of(request.AmountCents, Sharers(snapshot, request.Left, "left", request), Sharers(snapshot, request.Right, "right", request))
            .ToDictionary(share => share.Left.MunicipalityId);
        return new CompareAllocationsResponse { Shares = { request.MunicipalityIds.Select(id => compared[id].ToProto()) } };
    }

    private IReadOnlyList<Sharer> Sharers(RegisterSnapshot snapshot, ShareBasis basis, string field, CompareAllocationsRequest request) =>
        basis.BasisCase == ShareBasis.BasisOneofCase.YouthDate
            ? Sharing.ByYouth(snapshot, request.MunicipalityIds, time.DutchToday(), basis.YouthDate.ToDateOnly())
            : Sharing.Sharers(snapshot, snapshot.Key(basis.AllocationKeyId, $"{field}.allocation_key_id"), request.MunicipalityIds, time.DutchToday());
}

internal sealed class CompareAllocationsValidator : AbstractValidator<CompareAllocationsRequest>
{
    public CompareAllocationsValidator()
    {
        RuleFor(r => r.AmountCents).GreaterThanOrEqualTo(0);
        RuleFor(r => r.Left).NotNull().SetValidator(new ShareBasisValidator()!);
        RuleFor(r => r.Right).NotNull().SetValidator(new ShareBasisValidator()!);
        RuleFor(r => r.MunicipalityIds).NotEmpty().Custom(MunicipalityRequestRules.AreMunicipalityIds);
    }
}

internal sealed class ShareBasisValidator : AbstractValidator<ShareBasis>
{
    public ShareBasisValidator()
    {
        RuleFor(b => b.AllocationKeyId).IsUuid().When(b => b.BasisCase != ShareBasis.BasisOneofCase.YouthDate);
        RuleFor(b => b.YouthDate).IsDay().When(b => b.BasisCase == ShareBasis.BasisOneofCase.YouthDate);
    }
}
