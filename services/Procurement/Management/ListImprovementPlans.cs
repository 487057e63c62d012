using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Procurement.Management;

/// <summary>The improvement plans, newest first (UUIDv7).</summary>
internal sealed class ListImprovementPlans(ProcurementDbContext db)
{
    public async Task<ListImprovementPlansResponse> RunAsync(ListImprovementPlansRequest request, ProviderScope scope, CancellationToken ct)
    {
        var size = PageSize.From(request.PageSize);
        var query = db.Set<ImprovementPlan>().AsNoTracking();
        if (scope.ProviderId is { } own)
            query = query.Where(x => x.ProviderId == own);
        if (request.ProviderId.Length > 0)
        {
            var provider = Guid.ParseExact(request.ProviderId, "D");
            query = query.Where(x => x.ProviderId == provider);
        }

        if (PageToken.Read(request, request.PageToken, parts: 1) is { } key)
        {
            var last = Guid.TryParseExact(key[0], "D", out var id) ? id : throw PageToken.Invalid();
            query = query.Where(x => x.Id < last);
        }

        var page = await query.OrderByDescending(x => x.Id).Take(size + 1).ToListAsync(ct);
        var response = new ListImprovementPlansResponse { Plans = { page.Take(size).Select(x => x.ToProto()) } };
        if (page.Count > size)
            response.NextPageToken = PageToken.After(request, page[size - 1].Id.ToString("D"));
        return response;
    }
}

internal sealed class ListImprovementPlansValidator : AbstractValidator<ListImprovementPlansRequest>
{
    public ListImprovementPlansValidator()
    {
        RuleFor(r => r.ProviderId).IsUuid().When(r => r.ProviderId.Length > 0);
        RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
    }
}
