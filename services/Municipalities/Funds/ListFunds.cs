using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Funds;

/// <summary>The funds, the last registered first. Their ids are in the order of registering (UUIDv7), so the id is the place in the list.</summary>
internal sealed class ListFunds(MunicipalitiesDbContext db, TimeProvider time)
{
    public async Task<ListFundsResponse> RunAsync(ListFundsRequest request, CancellationToken ct)
    {
        var size = PageSize.From(request.PageSize);
        var day = AsOf.OrToday(request.AsOf, time);
        var query = db.Set<Fund>().AsNoTracking();
        if (request.RegionId.Length > 0)
            query = query.Where(f => f.RegionId == request.RegionId);
        if (IdToken.Read(request, request.PageToken) is { } last)
            query = query.Where(f => f.Id < last);

        var page = await query.OrderByDescending(f => f.Id).Take(size + 1).WithParts().ToListAsync(ct);
        var response = new ListFundsResponse { Funds = { page.Take(size).Select(f => f.ToOutline(day)) } };
        if (page.Count > size)
            response.NextPageToken = IdToken.After(request, page[size - 1].Id);
        return response;
    }
}

internal sealed class ListFundsValidator : AbstractValidator<ListFundsRequest>
{
    public ListFundsValidator()
    {
        RuleFor(r => r.RegionId).IsRegionIdOrEmpty();
        RuleFor(r => r.AsOf).IsDayOrAbsent();
        RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
    }
}
