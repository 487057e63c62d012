using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Bodies;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Register;

/// <summary>Records that a municipality has a role for a region for a period.</summary>
internal sealed class RecordRegionRole(MunicipalitiesDbContext db, Once once)
{
    public Task<RecordRegionRoleResponse> RunAsync(RecordRegionRoleRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (moment, token) => RecordAsync(request.Role, request.EndsPrevious, moment, token), ct);

    private async Task<RecordRegionRoleResponse> RecordAsync(V1.RegionRole asked, bool endsPrevious, Moment moment, CancellationToken ct)
    {
        var region = await db.RegionToChangeAsync(asked.RegionId, "role.region_id", ct);
        var municipality = await db.Set<Municipality>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == asked.MunicipalityId, ct)
            ?? throw new DomainException(RegisterRules.MunicipalityUnknown, "role.municipality_id", new Dictionary<string, string> { ["municipality_id"] = asked.MunicipalityId });
        var role = new RegionRole
        {
            RegionId = region.Id,
            Kind = (RegionRoleKind)asked.Kind,
            MunicipalityId = municipality.Id,
            Validity = asked.Period.ToValidity(),
            StartPrecision = (DatePrecision)asked.StartPrecision,
            EndPrecision = asked.EndPrecision == V1.DatePrecision.Unspecified ? null : (DatePrecision)asked.EndPrecision,
            Source = asked.Source.ToDomain(),
            Remark = asked.Remark.Trim(),
            RecordedAt = moment.Now,
        };
        municipality.RequireThere(role.Validity.From, "role.municipality_id");
        var ended = role.BeginAmong(await db.RolesAsync(region.Id, role.Kind, ct), region, endsPrevious, moment.Now);
        // What is superseded goes first, so that it does not stand in the way of what takes its place.
        await db.SaveChangesAsync(ct);
        db.AddRange(ended is null ? [role] : [ended, role]);
        return new RecordRegionRoleResponse { Role = new RoleHolding(role, municipality, role.Validity).ToProto() };
    }
}

internal sealed class RecordRegionRoleValidator : AbstractValidator<RecordRegionRoleRequest>
{
    public RecordRegionRoleValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Role).NotNull();
        When(r => r.Role is not null, () =>
        {
            RuleFor(r => r.Role.RegionId).NotEmpty().IsRegionIdOrEmpty();
            RuleFor(r => r.Role.Kind).IsInEnum().NotEqual(V1.RegionRoleKind.Unspecified);
            RuleFor(r => r.Role.MunicipalityId).IsMunicipalityId();
            RuleFor(r => r.Role.Period).IsPeriod();
            RuleFor(r => r.Role.StartPrecision).IsInEnum().NotEqual(V1.DatePrecision.Unspecified);
            RuleFor(r => r.Role.EndPrecision).IsInEnum();
            RuleFor(r => r.Role.EndPrecision).Must((r, precision) => (precision == V1.DatePrecision.Unspecified) == (r.Role.Period?.EndDate is null))
                .WithMessage("Say how exactly the end is known if there is one, and leave it out while it is open.");
            RuleFor(r => r.Role.Source).IsNamedSource();
            RuleFor(r => r.Role.Remark).IsLineOrEmpty(MembershipFieldRules.MostRemarkCharacters);
        });
    }
}
