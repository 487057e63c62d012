using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Bodies;
using Regio.Municipalities.Mandates;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Facts;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.HourClaims;

/// <summary>Claims hours at the rate of their day.</summary>
internal sealed class ClaimHours(MunicipalitiesDbContext db, RegisterCache register, Once once)
{
    public Task<ClaimHoursResponse> RunAsync(ClaimHoursRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (moment, token) => ClaimAsync(request, caller, moment, token), ct);

    private async Task<ClaimHoursResponse> ClaimAsync(ClaimHoursRequest request, Caller caller, Moment moment, CancellationToken ct)
    {
        var hours = request.Claim.ToDomain();
        caller.EnsureMunicipality(hours.MunicipalityId);
        (await register.GetAsync(ct)).Municipality(hours.MunicipalityId, "claim.municipality_id");
        RecordedFact.RefuseFuture(hours.On, moment.Today, "claim.work_date");
        var rates = await db.Set<HourRate>().AsNoTracking().ToListAsync(ct);
        var claim = HourClaim.Record(Guid.CreateVersion7(moment.Now), hours, rates, moment.By, moment.Now);
        db.Add(claim);
        db.Publish(HourClaimEvents.Changed(claim, moment.Now), claim.Id.ToString("D"));
        return new ClaimHoursResponse { Claim = claim.ToProto() };
    }
}

internal sealed class ClaimHoursValidator : AbstractValidator<ClaimHoursRequest>
{
    private const int MinutesADay = 24 * 60;

    public ClaimHoursValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Claim).NotNull();
        When(r => r.Claim is not null, () =>
        {
            RuleFor(r => r.Claim.MunicipalityId).IsMunicipalityId();
            RuleFor(r => r.Claim.Function).IsLine(BodyFieldRules.MostNameCharacters);
            RuleFor(r => r.Claim.Work).IsCode();
            RuleFor(r => r.Claim.WorkDate).IsDay();
            RuleFor(r => r.Claim.Minutes).InclusiveBetween(1, MinutesADay);
        });
    }
}
