using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Costs;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Staffing;

/// <summary>Records how much time the region needs in a quarter, and shares it out.</summary>
internal sealed class SetStaffingNeed(MunicipalitiesDbContext db, RegisterCache register, Once once)
{
    public Task<SetStaffingNeedResponse> RunAsync(SetStaffingNeedRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (moment, token) => SetAsync(request, moment, token), ct);

    private async Task<SetStaffingNeedResponse> SetAsync(SetStaffingNeedRequest request, Moment moment, CancellationToken ct)
    {
        var snapshot = await register.GetAsync(ct);
        snapshot.RequireRegion(request.RegionId, "region_id");
        var quarter = request.Quarter.ToDomain();
        var key = snapshot.KeyInForce(Purpose.OrDefault(request.Purpose), quarter.Start);
        await db.LockStaffingAsync(request.RegionId, quarter, ct);
        var earlier = await db.Set<StaffingNeed>().CountAsync(n => n.RegionId == request.RegionId && n.QuarterStart == quarter.Start, ct);
        var need = new StaffingNeed
        {
            RegionId = request.RegionId,
            QuarterStart = quarter.Start,
            Version = earlier + 1,
            Minutes = request.NeededMinutes,
            AllocationKeyId = key.Id,
            Ground = request.Ground.Trim(),
            RecordedAt = moment.Now,
            RecordedBy = moment.By,
        }.SharedAmong(Sharing.Sharers(snapshot, key, [], quarter.Start));
        db.Add(need);
        var order = snapshot.InStoredOrder.Select(m => m.Id).ToList();
        var balance = StaffingBalance.Of([quarter], [need], await db.SuppliesAsync(request.RegionId, quarter.Start, quarter.Start, ct), order);
        return new SetStaffingNeedResponse { Quarter = balance[0].ToProto() };
    }
}

internal sealed class SetStaffingNeedValidator : AbstractValidator<SetStaffingNeedRequest>
{
    public SetStaffingNeedValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.RegionId).NotEmpty().IsRegionIdOrEmpty();
        RuleFor(r => r.Quarter).IsQuarter();
        RuleFor(r => r.NeededMinutes).IsMinutes();
        RuleFor(r => r.Purpose).IsPurposeOrEmpty();
        RuleFor(r => r.Ground).IsLine(StaffingFieldRules.MostNoteCharacters);
    }
}
