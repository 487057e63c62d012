using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Contracts;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;

namespace Regio.Procurement.Tariffs;

/// <summary>Calculates a tariff of the next year, with its steps.</summary>
internal sealed class PreviewIndexation(ProcurementDbContext db)
{
    public const int FirstYear = 2000;
    public const int LastYear = 2100;

    public async Task<PreviewIndexationResponse> RunAsync(PreviewIndexationRequest request, CancellationToken ct)
    {
        var figures = await db.Set<TariffIndex>().AsNoTracking()
            .Where(index => index.Year == request.Year || index.Year == request.Year - 1).ToListAsync(ct);
        var indexed = TariffIndexation.Of(request.TariffCents, request.Year, TariffMapping.Percent(request.WageSharePercent), figures);
        return new PreviewIndexationResponse
        {
            TariffCents = indexed.Cents,
            WageIndexPercent = TariffMapping.Percent(indexed.WagePercent),
            MaterialIndexPercent = TariffMapping.Percent(indexed.MaterialPercent),
            IndexPercent = TariffMapping.Percent(indexed.Percent),
        };
    }
}

internal sealed class PreviewIndexationValidator : AbstractValidator<PreviewIndexationRequest>
{
    private const decimal Whole = 100m;

    public PreviewIndexationValidator()
    {
        RuleFor(r => r.TariffCents).InclusiveBetween(1, ContractRules.MostTariffCents);
        RuleFor(r => r.Year).InclusiveBetween(PreviewIndexation.FirstYear, PreviewIndexation.LastYear);
        RuleFor(r => r.WageSharePercent).IsPercent(0, Whole);
    }
}
