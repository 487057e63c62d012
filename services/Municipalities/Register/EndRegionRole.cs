using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Register;

/// <summary>Records that a municipality no longer has a role for a region from a day on.</summary>
internal sealed class EndRegionRole(MunicipalitiesDbContext db, Once once)
{
    public Task<EndRegionRoleResponse> RunAsync(EndRegionRoleRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (moment, token) => EndAsync(request, moment, token), ct);

    private async Task<EndRegionRoleResponse> EndAsync(EndRegionRoleRequest request, Moment moment, CancellationToken ct)
    {
        var day = request.EndDate.ToDateOnly();
        await db.RegionToChangeAsync(request.RegionId, "region_id", ct);
        var held = (await db.RolesAsync(request.RegionId, (RegionRoleKind)request.Kind, ct)).Find(r => r.Validity.From < day && r.Validity.Contains(day.AddDays(-1)))
            ?? throw new DomainException(RegisterRules.RoleNotHeld, "end_date");
        var ended = held.EndOn(day, (DatePrecision)request.EndPrecision, moment.Now);
        // What is superseded goes first, so that it does not stand in the way of what takes its place.
        await db.SaveChangesAsync(ct);
        db.Add(ended);
        var municipality = await db.Set<Municipality>().AsNoTracking().SingleAsync(m => m.Id == ended.MunicipalityId, ct);
        return new EndRegionRoleResponse { Role = new RoleHolding(ended, municipality, ended.Validity).ToProto() };
    }
}

internal sealed class EndRegionRoleValidator : AbstractValidator<EndRegionRoleRequest>
{
    public EndRegionRoleValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.RegionId).NotEmpty().IsRegionIdOrEmpty();
        RuleFor(r => r.Kind).IsInEnum().NotEqual(V1.RegionRoleKind.Unspecified);
        RuleFor(r => r.EndDate).IsDay();
        RuleFor(r => r.EndPrecision).IsInEnum().NotEqual(V1.DatePrecision.Unspecified);
    }
}
