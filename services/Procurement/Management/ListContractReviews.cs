using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Procurement.Management;

/// <summary>The reviews of a contract, newest first (UUIDv7).</summary>
internal sealed class ListContractReviews(ProcurementDbContext db)
{
    public async Task<ListContractReviewsResponse> RunAsync(ListContractReviewsRequest request, ProviderScope scope, CancellationToken ct)
    {
        var size = PageSize.From(request.PageSize);
        var query = db.Set<ContractReview>().AsNoTracking();
        if (scope.ProviderId is { } own)
            query = query.Where(x => x.ProviderId == own);
        var contract = Guid.ParseExact(request.ContractId, "D");
        query = query.Where(x => x.ContractId == contract);

        if (PageToken.Read(request, request.PageToken, parts: 1) is { } key)
        {
            var last = Guid.TryParseExact(key[0], "D", out var id) ? id : throw PageToken.Invalid();
            query = query.Where(x => x.Id < last);
        }

        var page = await query.OrderByDescending(x => x.Id).Take(size + 1).ToListAsync(ct);
        var response = new ListContractReviewsResponse { Reviews = { page.Take(size).Select(x => x.ToProto()) } };
        if (page.Count > size)
            response.NextPageToken = PageToken.After(request, page[size - 1].Id.ToString("D"));
        return response;
    }
}

internal sealed class ListContractReviewsValidator : AbstractValidator<ListContractReviewsRequest>
{
    public ListContractReviewsValidator()
    {
        RuleFor(r => r.ContractId).IsUuid();
        RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
    }
}
