using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Staffing;

/// <summary>Owed against supplied in the quarters of a year.</summary>
internal sealed class GetStaffing(MunicipalitiesDbContext db, RegisterCache register)
{
    public async Task<GetStaffingResponse> RunAsync(GetStaffingRequest request, CancellationToken ct)
    {
        var snapshot = await register.GetAsync(ct);
        snapshot.RequireRegion(request.RegionId, "region_id");
        var quarters = Quarter.Of(request.Year).ToList();
        var needs = await db.NeedsAsync(request.RegionId, quarters[0].Start, quarters[^1].Start, ct);
        var supplies = await db.SuppliesAsync(request.RegionId, quarters[0].Start, quarters[^1].Start, ct);
        var balances = StaffingBalance.Of(quarters, needs, supplies, [.. snapshot.InStoredOrder.Select(m => m.Id)]);
        return new GetStaffingResponse { Quarters = { balances.Select(b => b.ToProto()) } };
    }
}

internal sealed class GetStaffingValidator : AbstractValidator<GetStaffingRequest>
{
    public GetStaffingValidator()
    {
        RuleFor(r => r.RegionId).NotEmpty().IsRegionIdOrEmpty();
        RuleFor(r => r.Year).InclusiveBetween(StaffingFieldRules.FirstYear, StaffingFieldRules.LastYear);
    }
}
