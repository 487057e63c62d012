using FluentValidation;
using Regio.Procurement.Catalogue;
using Regio.Procurement.Terms;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Term = Regio.Procurement.Terms.Term;

namespace Regio.Procurement.Supply;

/// <summary>What was last reported of supply, as of a day.</summary>
internal sealed class ListSupply(SupplyReader reader, TermReader terms, TimeProvider time)
{
    public async Task<ListSupplyResponse> RunAsync(ListSupplyRequest request, ProviderScope scope, CancellationToken ct)
    {
        var (size, day) = (PageSize.From(request.PageSize), AsOf.OrToday(request.AsOf, time));
        var wanted = request.ProviderId.Length > 0 ? Guid.ParseExact(request.ProviderId, "D") : scope.ProviderId;
        if (wanted is { } provider && !scope.Allows(provider))
            return new ListSupplyResponse();
        (Guid, string)? after = null;
        if (PageToken.Read(request, request.PageToken, parts: 2) is { } key)
            after = (Guid.TryParseExact(key[0], "D", out var last) ? last : throw PageToken.Invalid(), key[1]);
        var page = await reader.LastAsync(day, wanted, request.ProductId, after, size + 1, ct);
        var staleDays = (await terms.ReadAsync(ct)).On(Term.SupplyStaleDays, day);
        var response = new ListSupplyResponse { Reports = { page.Take(size).Select(report => report.ToProto(day, staleDays)) } };
        if (page.Count > size)
            response.NextPageToken = PageToken.After(request, page[size - 1].ProviderId.ToString("D"), page[size - 1].ProductId);
        return response;
    }
}

internal sealed class ListSupplyValidator : AbstractValidator<ListSupplyRequest>
{
    public ListSupplyValidator()
    {
        RuleFor(r => r.AsOf).IsDayOrAbsent();
        RuleFor(r => r.ProviderId).IsUuid().When(r => r.ProviderId.Length > 0);
        RuleFor(r => r.ProductId).IsLineOrEmpty(CatalogueMapping.MostCodeCharacters);
        RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
    }
}
