using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Bodies;
using Regio.Municipalities.Mandates;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.HourClaims;

/// <summary>Sets what an hour of some work costs from a day on.</summary>
internal sealed class SetHourRate(MunicipalitiesDbContext db, Once once)
{
    public Task<SetHourRateResponse> RunAsync(SetHourRateRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (_, token) => SetAsync(request, token), ct);

    private async Task<SetHourRateResponse> SetAsync(SetHourRateRequest request, CancellationToken ct)
    {
        var rate = request.Rate.ToDomain();
        if (await db.Set<HourRate>().AnyAsync(r => r.Work == rate.Work && r.StartsOn == rate.StartsOn, ct))
            throw new DomainException(HourClaimRules.RateSet, "rate.start_date");
        db.Add(rate);
        return new SetHourRateResponse { Rate = rate.ToProto() };
    }
}

internal sealed class SetHourRateValidator : AbstractValidator<SetHourRateRequest>
{
    private const long MostRateCents = 1_000_000;

    public SetHourRateValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Rate).NotNull();
        When(r => r.Rate is not null, () =>
        {
            RuleFor(r => r.Rate.Work).IsCode();
            RuleFor(r => r.Rate.RateCents).InclusiveBetween(1, MostRateCents);
            RuleFor(r => r.Rate.StartDate).IsDay();
            RuleFor(r => r.Rate.Source).IsNamedSource();
            RuleFor(r => r.Rate.Remark).IsLineOrEmpty(BodyFieldRules.MostReferenceCharacters);
        });
    }
}
