using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Reporting.Persistence;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Facts;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Reporting.Suppression;

/// <summary>Sets what an audience may see from a day on.</summary>
internal sealed class AdoptSuppressionPolicy(ReportingDbContext db, IdempotentRequests<ReportingDbContext> requests, TimeProvider time)
{
    private const string Rpc = "regio.reporting.v1.SuppressionService/AdoptSuppressionPolicy";

    public Task<AdoptSuppressionPolicyResponse> RunAsync(AdoptSuppressionPolicyRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => AdoptAsync(request.Policy, caller, token), ct);

    private async Task<AdoptSuppressionPolicyResponse> AdoptAsync(V1.SuppressionPolicy asked, string caller, CancellationToken ct)
    {
        var now = time.StorableNow();
        var audience = asked.Audience.ToDomain();
        var policy = new SuppressionPolicy
        {
            Id = Guid.CreateVersion7(now),
            Audience = audience,
            Threshold = asked.Threshold,
            MoneyPercent = asked.MoneyPercent,
            Validity = new Validity(asked.Period.StartDate.ToDateOnly(), until: null),
            Ground = asked.Ground.Trim(),
            Source = new Source(asked.Source.Title.Trim(), asked.Source.Place.Trim()),
            RecordedAt = now,
            RecordedBy = caller,
        };
        policy.TakePlaceAmong(await db.Set<SuppressionPolicy>().Where(other => other.Audience == audience).ToListAsync(ct), time.DutchToday());

        // The earlier one ends first: no two may hold on one day, not even for a statement.
        await db.SaveChangesAsync(ct);
        db.Add(policy);
        return new AdoptSuppressionPolicyResponse { Policy = policy.ToProto() };
    }
}

internal sealed class AdoptSuppressionPolicyValidator : AbstractValidator<AdoptSuppressionPolicyRequest>
{
    public AdoptSuppressionPolicyValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Policy).NotNull().WithMessage("Give the policy.").ChildRules(policy =>
        {
            policy.RuleFor(p => p.Audience).IsInEnum().NotEqual(V1.Audience.Unspecified).WithMessage("Give public, municipality or region.");
            policy.RuleFor(p => p.Threshold).InclusiveBetween(0, SuppressionPolicy.MostThreshold);
            policy.RuleFor(p => p.MoneyPercent).InclusiveBetween(0, SuppressionPolicy.MostMoneyPercent);
            policy.RuleFor(p => p.Period).IsPeriod();
            policy.RuleFor(p => p.Period.EndDate).Null().When(p => p.Period is not null).WithMessage("A policy holds until a later one; leave the end out.");
            policy.RuleFor(p => p.Ground).IsLine(500);
            policy.RuleFor(p => p.Source).NotNull().WithMessage("Say who decided this, and where it is written.");
            policy.When(p => p.Source is not null, () =>
            {
                policy.RuleFor(p => p.Source.Title).IsLine(200);
                policy.RuleFor(p => p.Source.Place).IsLineOrEmpty(200);
            });
        });
    }
}
