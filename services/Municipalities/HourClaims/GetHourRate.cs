using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Mandates;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.HourClaims;

/// <summary>The rate of some work on a day.</summary>
internal sealed class GetHourRate(MunicipalitiesDbContext db, TimeProvider time)
{
    public async Task<GetHourRateResponse> RunAsync(GetHourRateRequest request, CancellationToken ct)
    {
        var rates = await db.Set<HourRate>().AsNoTracking().Where(r => r.Work == request.Work).ToListAsync(ct);
        var rate = HourRate.Of(rates, request.Work, AsOf.OrToday(request.AsOf, time))
            ?? throw new DomainException(HourClaimRules.RateUnknown, "work", new Dictionary<string, string> { ["work"] = request.Work });
        return new GetHourRateResponse { Rate = rate.ToProto() };
    }
}

internal sealed class GetHourRateValidator : AbstractValidator<GetHourRateRequest>
{
    public GetHourRateValidator()
    {
        RuleFor(r => r.Work).IsCode();
        RuleFor(r => r.AsOf).IsDayOrAbsent();
    }
}
