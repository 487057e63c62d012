using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Procurement.Funding;

/// <summary>What is funded on a day, newest first (UUIDv7).</summary>
internal sealed class ListFunding(ProcurementDbContext db, TimeProvider time)
{
    public async Task<ListFundingResponse> RunAsync(ListFundingRequest request, ProviderScope scope, CancellationToken ct)
    {
        var (size, day) = (PageSize.From(request.PageSize), AsOf.OrToday(request.AsOf, time));
        var query = db.Set<ProviderFunding>().FromSql($"select * from provider_funding where validity @> {day}").AsNoTracking();
        var wanted = request.ProviderId.Length > 0 ? Guid.ParseExact(request.ProviderId, "D") : scope.ProviderId;
        if (wanted is { } provider && !scope.Allows(provider))
            return new ListFundingResponse();
        if (wanted is { } only)
            query = query.Where(f => f.ProviderId == only);
        if (request.Kind != V1.FundingKind.Unspecified)
        {
            var kind = (FundingKind)request.Kind;
            query = query.Where(f => f.Kind == kind);
        }

        if (PageToken.Read(request, request.PageToken, parts: 1) is { } key)
        {
            var last = Guid.TryParseExact(key[0], "D", out var id) ? id : throw PageToken.Invalid();
            query = query.Where(f => f.Id < last);
        }

        var page = await query.OrderByDescending(f => f.Id).Take(size + 1).ToListAsync(ct);
        var response = new ListFundingResponse { Funding = { page.Take(size).Select(f => f.ToProto()) } };
        if (page.Count > size)
            response.NextPageToken = PageToken.After(request, page[size - 1].Id.ToString("D"));
        return response;
    }
}

internal sealed class ListFundingValidator : AbstractValidator<ListFundingRequest>
{
    public ListFundingValidator()
    {
        RuleFor(r => r.AsOf).IsDayOrAbsent();
        RuleFor(r => r.ProviderId).IsUuid().When(r => r.ProviderId.Length > 0);
        RuleFor(r => r.Kind).IsInEnum();
        RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
    }
}
