using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Bodies;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.HourClaims;

/// <summary>Takes a claim of hours back.</summary>
internal sealed class CancelHourClaim(MunicipalitiesDbContext db, Once once)
{
    public Task<CancelHourClaimResponse> RunAsync(CancelHourClaimRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (moment, token) => CancelAsync(request, caller, moment, token), ct);

    private async Task<CancelHourClaimResponse> CancelAsync(CancelHourClaimRequest request, Caller caller, Moment moment, CancellationToken ct)
    {
        var id = Guid.ParseExact(request.Id, "D");
        var claim = await db.Set<HourClaim>().FromSql($"select * from hour_claim where id = {id} for update").SingleOrDefaultAsync(ct)
            ?? throw new DomainException(HourClaimRules.Unknown, "id", new Dictionary<string, string> { ["id"] = request.Id });
        caller.EnsureMunicipality(claim.MunicipalityId);
        claim.Cancel(request.Reason.Trim());
        db.Publish(HourClaimEvents.Changed(claim, moment.Now), claim.Id.ToString("D"));
        return new CancelHourClaimResponse { Claim = claim.ToProto() };
    }
}

internal sealed class CancelHourClaimValidator : AbstractValidator<CancelHourClaimRequest>
{
    public CancelHourClaimValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.Reason).IsLine(BodyFieldRules.MostReferenceCharacters);
    }
}
