using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Procurement.Providers;

/// <summary>The providers by name; two of one name are in the order of their ids.</summary>
internal sealed class ListProviders(ProcurementDbContext db)
{
    public async Task<ListProvidersResponse> RunAsync(ListProvidersRequest request, ProviderScope scope, CancellationToken ct)
    {
        var size = PageSize.From(request.PageSize);
        var query = db.Set<Provider>().AsNoTracking();
        if (scope.ProviderId is { } own)
            query = query.Where(p => p.Id == own);
        if (PageToken.Read(request, request.PageToken, parts: 2) is { } key)
        {
            var (name, last) = (key[0], Guid.TryParseExact(key[1], "D", out var id) ? id : throw PageToken.Invalid());
            query = query.Where(p => EF.Functions.GreaterThan(ValueTuple.Create(p.Name, p.Id), ValueTuple.Create(name, last)));
        }

        var page = await query.OrderBy(p => p.Name).ThenBy(p => p.Id).Take(size + 1).ToListAsync(ct);
        var response = new ListProvidersResponse { Providers = { page.Take(size).Select(p => p.ToProto()) } };
        if (page.Count > size)
            response.NextPageToken = PageToken.After(request, page[size - 1].Name, page[size - 1].Id.ToString("D"));
        return response;
    }
}

internal sealed class ListProvidersValidator : AbstractValidator<ListProvidersRequest>
{
    public ListProvidersValidator() => RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
}
