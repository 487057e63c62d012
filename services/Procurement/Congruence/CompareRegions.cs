using FluentValidation;
using Regio.Procurement.Catalogue;
using Regio.Procurement.Contracts;
using Regio.Procurement.Terms;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Term = Regio.Procurement.Terms.Term;

namespace Regio.Procurement.Congruence;

/// <summary>The lines of two regions side by side, and the burden of their differences against what is aimed at.</summary>
internal sealed class CompareRegions(CongruenceReader reader, Buyers regions, CatalogueReader catalogue, TermReader terms, TimeProvider time)
{
    public async Task<CompareRegionsResponse> RunAsync(CompareRegionsRequest request, CancellationToken ct)
    {
        var (day, buyers) = (AsOf.OrToday(request.AsOf, time), (request.FirstBuyerId, request.SecondBuyerId));
        await regions.ScalesAsync([new BuyerOnDay(buyers.FirstBuyerId, day, "first_buyer_id"), new BuyerOnDay(buyers.SecondBuyerId, day, "second_buyer_id")], ct);
        if (request.ProductId.Length > 0)
            (await catalogue.ReadAsync(ct)).Product(request.ProductId, "product_id");
        var compared = await reader.CompareAsync(buyers, request.ProductId, day, ct);
        var burden = RegionComparison.BurdenCount(compared);
        var response = new CompareRegionsResponse { Products = { compared.Select(ToProto) }, Burden = new BurdenCount { Count = burden } };
        if (request.BaselineDate is { } begin)
        {
            var baseline = RegionComparison.BurdenCount(await reader.CompareAsync(buyers, request.ProductId, begin.ToDateOnly(), ct));
            var percent = (await terms.ReadAsync(ct)).On(Term.BurdenReductionPercent, day);
            var target = RegionComparison.Target(baseline, percent);
            (response.Burden.BaselineCount, response.Burden.ReductionPercent, response.Burden.TargetCount, response.Burden.Reached) = (baseline, percent, target, burden <= target);
        }

        return response;
    }

    private static V1.ProductComparison ToProto(ProductComparison product) => new()
    {
        ProductId = product.ProductId,
        First = { product.First.Select(ToProto) },
        Second = { product.Second.Select(ToProto) },
        Differences = { product.Differences.Select(difference => (V1.RegionDifference)difference) },
    };

    private static V1.ComparedLine ToProto(ComparedLine line) => new()
    {
        ProviderId = line.ProviderId.ToString("D"),
        ProviderName = line.ProviderName,
        Unit = (V1.TariffUnit)line.Unit,
        TariffCents = line.TariffCents,
        NoticeMonths = line.NoticeMonths,
        Lot = line.Lot,
        Location = line.Location,
    };
}

internal sealed class CompareRegionsValidator : AbstractValidator<CompareRegionsRequest>
{
    public CompareRegionsValidator()
    {
        RuleFor(r => r.FirstBuyerId).NotEmpty().WithMessage("Give a region.").IsRegionIdOrEmpty();
        RuleFor(r => r.SecondBuyerId).NotEmpty().WithMessage("Give a region.").IsRegionIdOrEmpty();
        RuleFor(r => r.SecondBuyerId).NotEqual(r => r.FirstBuyerId).WithMessage("Give two different regions.");
        RuleFor(r => r.ProductId).IsLineOrEmpty(CatalogueMapping.MostCodeCharacters);
        RuleFor(r => r.AsOf).IsDayOrAbsent();
        RuleFor(r => r.BaselineDate).IsDayOrAbsent();
    }
}
