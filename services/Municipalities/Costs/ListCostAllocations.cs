using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Costs;

/// <summary>The recorded allocations, newest first. Their ids are in the order of recording (UUIDv7), so the id is the place in the list.</summary>
internal sealed class ListCostAllocations(MunicipalitiesDbContext db)
{
    public async Task<ListCostAllocationsResponse> RunAsync(ListCostAllocationsRequest request, CancellationToken ct)
    {
        var size = PageSize.From(request.PageSize);
        var query = db.Set<CostAllocation>().AsNoTracking();
        if (request.Purpose.Length > 0)
            query = query.Where(a => a.Purpose == request.Purpose);
        if (PageToken.Read(request, request.PageToken, parts: 1) is { } key)
        {
            var last = Guid.TryParseExact(key[0], "D", out var id) ? id : throw PageToken.Invalid();
            query = query.Where(a => a.Id < last);
        }

        var page = await query.OrderByDescending(a => a.Id).Take(size + 1).Include(a => a.Shares).AsSplitQuery().ToListAsync(ct);
        var response = new ListCostAllocationsResponse { CostAllocations = { page.Take(size).Select(a => a.ToProto()) } };
        if (page.Count > size)
            response.NextPageToken = PageToken.After(request, page[size - 1].Id.ToString("D"));
        return response;
    }
}

internal sealed class ListCostAllocationsValidator : AbstractValidator<ListCostAllocationsRequest>
{
    public ListCostAllocationsValidator()
    {
        RuleFor(r => r.Purpose).IsPurposeOrEmpty();
        RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
    }
}
