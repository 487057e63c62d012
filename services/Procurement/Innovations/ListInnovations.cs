using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Procurement.Innovations;

/// <summary>The innovations, newest first (UUIDv7).</summary>
internal sealed class ListInnovations(ProcurementDbContext db)
{
    public async Task<ListInnovationsResponse> RunAsync(ListInnovationsRequest request, CancellationToken ct)
    {
        var size = PageSize.From(request.PageSize);
        var query = db.Set<Innovation>().AsNoTracking().Where(i => request.OwnerId == "" || i.OwnerId == request.OwnerId);
        if (request.Stage != V1.InnovationStage.Unspecified)
        {
            var stage = (InnovationStage)request.Stage;
            query = query.Where(i => i.Stage == stage);
        }

        if (PageToken.Read(request, request.PageToken, parts: 1) is { } key)
        {
            var last = Guid.TryParseExact(key[0], "D", out var id) ? id : throw PageToken.Invalid();
            query = query.Where(i => i.Id < last);
        }

        var page = await query.OrderByDescending(i => i.Id).Take(size + 1).Include(i => i.Decisions).AsSplitQuery().ToListAsync(ct);
        var response = new ListInnovationsResponse { Innovations = { page.Take(size).Select(i => i.ToProto()) } };
        if (page.Count > size)
            response.NextPageToken = PageToken.After(request, page[size - 1].Id.ToString("D"));
        return response;
    }
}

internal sealed class ListInnovationsValidator : AbstractValidator<ListInnovationsRequest>
{
    public ListInnovationsValidator()
    {
        RuleFor(r => r.OwnerId).IsRegionIdOrEmpty();
        RuleFor(r => r.Stage).IsInEnum();
        RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
    }
}
