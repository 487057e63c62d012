using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.HourClaims;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Funds;

/// <summary>Counts claims of hours as spending on a commitment.</summary>
internal sealed class SpendFundOnHours(MunicipalitiesDbContext db, Once once)
{
    public const int MostClaims = 500;

    public Task<SpendFundOnHoursResponse> RunAsync(SpendFundOnHoursRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (moment, token) => SpendAsync(request, moment, token), ct);

    private async Task<SpendFundOnHoursResponse> SpendAsync(SpendFundOnHoursRequest request, Moment moment, CancellationToken ct)
    {
        var act = moment.Act(amountCents: 0, request.SpentDate, request.Subject, request.Reason);
        RecordedFact.RefuseFuture(act.On, moment.Today, "spent_date");
        var fund = await db.FundToChangeAsync(request.FundId, request.Etag, ct);
        var claims = await ClaimsAsync([.. request.HourClaimIds], ct);
        var entry = fund.SpendOnHours(request.CommitmentNumber, claims, act);
        db.Publish(FundEvents.Changed(fund, moment.Now), fund.Id.ToString("D"));
        foreach (var claim in claims)
            db.Publish(HourClaimEvents.Changed(claim, moment.Now), claim.Id.ToString("D"));
        return new SpendFundOnHoursResponse { Entry = entry.ToProto() };
    }

    // Locked in one order, so that two who spend the same claims do so one after another.
    private async Task<IReadOnlyList<HourClaims.HourClaim>> ClaimsAsync(string[] ids, CancellationToken ct)
    {
        var keys = ids.Select(id => Guid.ParseExact(id, "D")).ToArray();
        var found = await db.Set<HourClaims.HourClaim>().FromSql($"select * from hour_claim where id = any({keys}) order by id for update").ToDictionaryAsync(c => c.Id, ct);
        return
        [
            .. keys.Select((key, i) => found.GetValueOrDefault(key)
                ?? throw new DomainException(HourClaimRules.Unknown, $"hour_claim_ids[{i}]", new Dictionary<string, string> { ["id"] = ids[i] })),
        ];
    }
}

internal sealed class SpendFundOnHoursValidator : AbstractValidator<SpendFundOnHoursRequest>
{
    public SpendFundOnHoursValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.FundId).IsUuid();
        RuleFor(r => r.CommitmentNumber).GreaterThan(0);
        RuleFor(r => r.HourClaimIds).Must(ids => ids.Count is > 0 and <= SpendFundOnHours.MostClaims).WithMessage($"Give 1 to {SpendFundOnHours.MostClaims} claims.")
            .Must(ids => ids.Distinct(StringComparer.OrdinalIgnoreCase).Count() == ids.Count).WithMessage("Give each claim once.");
        RuleForEach(r => r.HourClaimIds).IsUuid();
        RuleFor(r => r.SpentDate).IsDay();
        RuleFor(r => r.Subject).IsLine(FundFieldRules.MostLineCharacters);
        RuleFor(r => r.Reason).IsLineOrEmpty(FundFieldRules.MostLineCharacters);
    }
}
