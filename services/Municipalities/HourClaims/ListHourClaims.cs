using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Mandates;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.HourClaims;

/// <summary>The claims, newest first, with what those that stand add up to.</summary>
internal sealed class ListHourClaims(MunicipalitiesDbContext db)
{
    public async Task<ListHourClaimsResponse> RunAsync(ListHourClaimsRequest request, CancellationToken ct)
    {
        var size = PageSize.From(request.PageSize);
        var all = Filtered(request);
        var query = IdToken.Read(request, request.PageToken) is { } last ? all.Where(c => c.Id < last) : all;

        var page = await query.OrderByDescending(c => c.Id).Take(size + 1).ToListAsync(ct);
        var response = new ListHourClaimsResponse
        {
            Claims = { page.Take(size).Select(c => c.ToProto()) },
            TotalCents = await all.Where(c => c.CancelReason == null).SumAsync(c => c.AmountCents, ct),
        };
        if (page.Count > size)
            response.NextPageToken = IdToken.After(request, page[size - 1].Id);
        return response;
    }

    private IQueryable<HourClaim> Filtered(ListHourClaimsRequest request)
    {
        var query = db.Set<HourClaim>().AsNoTracking();
        if (request.MunicipalityId.Length > 0)
            query = query.Where(c => c.MunicipalityId == request.MunicipalityId);
        if (request.Work.Length > 0)
            query = query.Where(c => c.Work == request.Work);
        if (request.Period?.ToValidity() is { } period)
        {
            var (from, until) = (period.From, period.Until ?? DateOnly.MaxValue);
            query = query.Where(c => c.WorkedOn >= from && c.WorkedOn < until);
        }

        return query;
    }
}

internal sealed class ListHourClaimsValidator : AbstractValidator<ListHourClaimsRequest>
{
    public ListHourClaimsValidator()
    {
        RuleFor(r => r.MunicipalityId).IsMunicipalityId().When(r => r.MunicipalityId.Length > 0);
        RuleFor(r => r.Work).IsCode().When(r => r.Work.Length > 0);
        When(r => r.Period is not null, () => RuleFor(r => r.Period).IsPeriod());
        RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
    }
}
