using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Procurement.Ceilings;

/// <summary>The ceilings, newest first. Their ids are in the order of recording (UUIDv7).</summary>
internal sealed class ListCeilings(ProcurementDbContext db)
{
    public async Task<ListCeilingsResponse> RunAsync(ListCeilingsRequest request, ProviderScope scope, CancellationToken ct)
    {
        var size = PageSize.From(request.PageSize);
        var query = db.CeilingsVisibleTo(scope);
        if (request.ContractId.Length > 0)
        {
            var contract = Guid.ParseExact(request.ContractId, "D");
            query = query.Where(c => c.ContractId == contract);
        }

        if (request.State != V1.CeilingState.Unspecified)
        {
            var state = (CeilingState)request.State;
            query = query.Where(c => c.State == state);
        }

        if (PageToken.Read(request, request.PageToken, parts: 1) is { } key)
        {
            var last = Guid.TryParseExact(key[0], "D", out var id) ? id : throw PageToken.Invalid();
            query = query.Where(c => c.Id < last);
        }

        var page = await query.OrderByDescending(c => c.Id).Take(size + 1).Include(c => c.Decisions).AsSplitQuery().ToListAsync(ct);
        var response = new ListCeilingsResponse { Ceilings = { page.Take(size).Select(c => c.ToProto()) } };
        if (page.Count > size)
            response.NextPageToken = PageToken.After(request, page[size - 1].Id.ToString("D"));
        return response;
    }
}

internal sealed class ListCeilingsValidator : AbstractValidator<ListCeilingsRequest>
{
    public ListCeilingsValidator()
    {
        RuleFor(r => r.ContractId).IsUuid().When(r => r.ContractId.Length > 0);
        RuleFor(r => r.State).IsInEnum();
        RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
    }
}
