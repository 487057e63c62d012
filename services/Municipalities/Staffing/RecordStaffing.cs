using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Facts;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Staffing;

/// <summary>Records how much time a municipality supplied in a quarter in all.</summary>
internal sealed class RecordStaffing(MunicipalitiesDbContext db, RegisterCache register, Once once)
{
    public Task<RecordStaffingResponse> RunAsync(RecordStaffingRequest request, Caller caller, CancellationToken ct)
    {
        caller.EnsureMunicipality(request.MunicipalityId);
        return once.RunAsync(request, request.RequestId, caller.Subject, (moment, token) => RecordAsync(request, moment, token), ct);
    }

    private async Task<RecordStaffingResponse> RecordAsync(RecordStaffingRequest request, Moment moment, CancellationToken ct)
    {
        var snapshot = await register.GetAsync(ct);
        snapshot.RequireRegion(request.RegionId, "region_id");
        snapshot.Municipality(request.MunicipalityId, "municipality_id");
        var quarter = request.Quarter.ToDomain();
        RecordedFact.RefuseFuture(quarter.Start, moment.Today, "quarter");
        await db.LockStaffingAsync(request.RegionId, quarter, ct);
        var earlier = await db.Set<StaffingSupply>().CountAsync(
            s => s.RegionId == request.RegionId && s.QuarterStart == quarter.Start && s.MunicipalityId == request.MunicipalityId, ct);
        var supply = new StaffingSupply
        {
            RegionId = request.RegionId,
            QuarterStart = quarter.Start,
            MunicipalityId = request.MunicipalityId,
            Version = earlier + 1,
            Minutes = request.SuppliedMinutes,
            Note = request.Note.Trim(),
            RecordedAt = moment.Now,
            RecordedBy = moment.By,
        };
        db.Add(supply);
        return new RecordStaffingResponse { SupplyVersion = supply.Version };
    }
}

internal sealed class RecordStaffingValidator : AbstractValidator<RecordStaffingRequest>
{
    public RecordStaffingValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.RegionId).NotEmpty().IsRegionIdOrEmpty();
        RuleFor(r => r.Quarter).IsQuarter();
        RuleFor(r => r.MunicipalityId).IsMunicipalityId();
        RuleFor(r => r.SuppliedMinutes).IsMinutes();
        RuleFor(r => r.Note).IsLine(StaffingFieldRules.MostNoteCharacters);
    }
}
