using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Procurement.Purchasing;

/// <summary>The requests, newest first; who is limited to a municipality sees those of that one.</summary>
internal sealed class ListPurchaseRequests(ProcurementDbContext db)
{
    public async Task<ListPurchaseRequestsResponse> RunAsync(ListPurchaseRequestsRequest request, string? municipality, CancellationToken ct)
    {
        var size = PageSize.From(request.PageSize);
        var query = db.Set<PurchaseRequest>().AsNoTracking();
        if (municipality is not null)
            query = query.Where(r => r.MunicipalityId == municipality);
        if (request.State != V1.PurchaseRequestState.Unspecified)
        {
            var state = (PurchaseRequestState)request.State;
            query = query.Where(r => r.State == state);
        }

        if (PageToken.Read(request, request.PageToken, parts: 1) is { } key)
        {
            var last = Guid.TryParseExact(key[0], "D", out var id) ? id : throw PageToken.Invalid();
            query = query.Where(r => r.Id < last);
        }

        // The expert table gives ids in the order of asking (UUIDv7).
        var page = await query.OrderByDescending(r => r.Id).Take(size + 1).ToListAsync(ct);
        var response = new ListPurchaseRequestsResponse { PurchaseRequests = { page.Take(size).Select(r => r.ToProto()) } };
        if (page.Count > size)
            response.NextPageToken = PageToken.After(request, page[size - 1].Id.ToString("D"));
        return response;
    }
}

internal sealed class ListPurchaseRequestsValidator : AbstractValidator<ListPurchaseRequestsRequest>
{
    public ListPurchaseRequestsValidator()
    {
        RuleFor(r => r.State).IsInEnum();
        RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
    }
}
