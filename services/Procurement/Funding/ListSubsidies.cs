using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Procurement.Funding;

/// <summary>The subsidies, newest first (UUIDv7).</summary>
internal sealed class ListSubsidies(ProcurementDbContext db)
{
    public async Task<ListSubsidiesResponse> RunAsync(ListSubsidiesRequest request, ProviderScope scope, CancellationToken ct)
    {
        var size = PageSize.From(request.PageSize);
        var query = db.SubsidiesVisibleTo(scope);
        if (request.ProviderId.Length > 0)
        {
            var provider = Guid.ParseExact(request.ProviderId, "D");
            query = query.Where(s => s.ProviderId == provider);
        }

        if (request.State != V1.SubsidyState.Unspecified)
        {
            var state = (SubsidyState)request.State;
            query = query.Where(s => s.State == state);
        }

        if (PageToken.Read(request, request.PageToken, parts: 1) is { } key)
        {
            var last = Guid.TryParseExact(key[0], "D", out var id) ? id : throw PageToken.Invalid();
            query = query.Where(s => s.Id < last);
        }

        var page = await query.OrderByDescending(s => s.Id).Take(size + 1).AsSplitQuery().ToListAsync(ct);
        var response = new ListSubsidiesResponse { Subsidies = { page.Take(size).Select(s => s.ToProto()) } };
        if (page.Count > size)
            response.NextPageToken = PageToken.After(request, page[size - 1].Id.ToString("D"));
        return response;
    }
}

internal sealed class ListSubsidiesValidator : AbstractValidator<ListSubsidiesRequest>
{
    public ListSubsidiesValidator()
    {
        RuleFor(r => r.ProviderId).IsUuid().When(r => r.ProviderId.Length > 0);
        RuleFor(r => r.State).IsInEnum();
        RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
    }
}
