using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Procurement.Contracts;

/// <summary>The contracts, newest first. Their ids are in the order of drafting (UUIDv7), so the id is the place in the list.</summary>
internal sealed class ListContracts(ProcurementDbContext db)
{
    public async Task<ListContractsResponse> RunAsync(ListContractsRequest request, ProviderScope scope, CancellationToken ct)
    {
        var size = PageSize.From(request.PageSize);
        var query = db.VisibleTo(scope);
        if (request.ProviderId.Length > 0)
        {
            var provider = Guid.ParseExact(request.ProviderId, "D");
            query = query.Where(c => c.ProviderId == provider);
        }

        if (request.State != V1.ContractState.Unspecified)
        {
            var state = (ContractState)request.State;
            query = query.Where(c => c.State == state);
        }

        if (PageToken.Read(request, request.PageToken, parts: 1) is { } key)
        {
            var last = Guid.TryParseExact(key[0], "D", out var id) ? id : throw PageToken.Invalid();
            query = query.Where(c => c.Id < last);
        }

        var page = await query.OrderByDescending(c => c.Id).Take(size + 1).Include(c => c.Lines).Include(c => c.Addenda).AsSplitQuery().ToListAsync(ct);
        var response = new ListContractsResponse { Contracts = { page.Take(size).Select(c => c.ToProto()) } };
        if (page.Count > size)
            response.NextPageToken = PageToken.After(request, page[size - 1].Id.ToString("D"));
        return response;
    }
}

internal sealed class ListContractsValidator : AbstractValidator<ListContractsRequest>
{
    public ListContractsValidator()
    {
        RuleFor(r => r.ProviderId).IsUuid().When(r => r.ProviderId.Length > 0);
        RuleFor(r => r.State).IsInEnum();
        RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
    }
}
