using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Procurement.RegionMoves;

/// <summary>The moves, newest first (UUIDv7).</summary>
internal sealed class ListRegionMoves(ProcurementDbContext db)
{
    public async Task<ListRegionMovesResponse> RunAsync(ListRegionMovesRequest request, CancellationToken ct)
    {
        var size = PageSize.From(request.PageSize);
        var query = db.Set<RegionMove>().AsNoTracking();
        if (PageToken.Read(request, request.PageToken, parts: 1) is { } key)
        {
            var last = Guid.TryParseExact(key[0], "D", out var id) ? id : throw PageToken.Invalid();
            query = query.Where(m => m.Id < last);
        }

        var page = await query.OrderByDescending(m => m.Id).Take(size + 1).Include(m => m.Decisions).Include(m => m.Dates).AsSplitQuery().ToListAsync(ct);
        var response = new ListRegionMovesResponse { Moves = { page.Take(size).Select(m => m.ToProto()) } };
        if (page.Count > size)
            response.NextPageToken = PageToken.After(request, page[size - 1].Id.ToString("D"));
        return response;
    }
}

internal sealed class ListRegionMovesValidator : AbstractValidator<ListRegionMovesRequest>
{
    public ListRegionMovesValidator() => RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
}
