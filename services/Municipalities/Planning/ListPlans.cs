using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Planning;

/// <summary>Plans in the order in which they were begun, without their milestones.</summary>
internal sealed class ListPlans(MunicipalitiesDbContext db)
{
    public async Task<ListPlansResponse> RunAsync(ListPlansRequest request, CancellationToken ct)
    {
        var size = PageSize.From(request.PageSize);
        var query = db.Set<Plan>().AsNoTracking();
        if (request.RegionId.Length > 0)
            query = query.Where(p => p.RegionId == request.RegionId);
        if (IdToken.Read(request, request.PageToken) is { } last)
            query = query.Where(p => p.Id > last);
        var page = await query.OrderBy(p => p.Id).Take(size + 1).ToListAsync(ct);
        var response = new ListPlansResponse { Plans = { page.Take(size).Select(p => p.ToProto()) } };
        if (page.Count > size)
            response.NextPageToken = IdToken.After(request, page[size - 1].Id);
        return response;
    }
}

internal sealed class ListPlansValidator : AbstractValidator<ListPlansRequest>
{
    public ListPlansValidator()
    {
        RuleFor(r => r.RegionId).IsRegionIdOrEmpty();
        RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
    }
}
