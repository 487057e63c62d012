using System.Globalization;
using FluentValidation;
using Regio.Procurement.Catalogue;
using Regio.Procurement.Contracts;
using Regio.Procurement.Terms;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc;
using Scale = Regio.Procurement.Catalogue.Scale;
using Term = Regio.Procurement.Terms.Term;

namespace Regio.Procurement.Supply.Coverage;

/// <summary>Whether there is supply of each level for each municipality of a region, and why not.</summary>
internal sealed class GetSupplyCoverage(CoverageReader reader, Buyers buyers, CatalogueReader catalogue, TermReader terms, TimeProvider time)
{
    public async Task<GetSupplyCoverageResponse> RunAsync(GetSupplyCoverageRequest request, CancellationToken ct)
    {
        var (day, only) = (AsOf.OrToday(request.AsOf, time), request.MunicipalityId);
        await buyers.ScalesAsync([new BuyerOnDay(request.RegionId, day, "region_id")], ct);
        var reach = (await buyers.ReachAsync(request.RegionId, [day], ct)).Where(buyer => only.Length == 0 || buyer.MunicipalityId == only).ToList();
        if (reach.Count == 0)
            throw Elsewhere(request, day);
        var (known, book, contracted) = (await catalogue.ReadAsync(ct), await terms.ReadAsync(ct), await reader.ReadAsync(reach, day, ct));
        var norms = new CoverageNorms(day, book.On(Term.SupplyStaleDays, day), book.On(Term.WaitingNormDays, day));
        var municipalities = reach.Select(buyer => buyer.MunicipalityId).Distinct().Order(StringComparer.Ordinal).ToList();
        var response = new GetSupplyCoverageResponse { WaitingNormDays = norms.WaitingDays, StaleDays = norms.StaleDays };
        foreach (var level in known.Levels)
        {
            var products = known.ProductsOf(level).ToList();
            var offered = products.FindAll(product => product.Validity.Contains(day));
            if (offered.Count == 0)
                continue;
            var local = offered.TrueForAll(product => known.RuleOrNull(product, day)?.Scale == Scale.Local);
            var ids = products.Select(product => product.Id).ToHashSet();
            response.Cells.AddRange(municipalities.Select(municipality => new SupplyCell([.. contracted[municipality].Where(part => ids.Contains(part.ProductId))], local, norms)
                .ToProto(level.Level, municipality, offered, withParts: only.Length > 0)));
        }

        return response;
    }

    private static DomainException Elsewhere(GetSupplyCoverageRequest request, DateOnly day) => new(
        SupplyRules.MunicipalityElsewhere,
        "municipality_id",
        new Dictionary<string, string>
        {
            ["municipality_id"] = request.MunicipalityId, ["region_id"] = request.RegionId, ["as_of"] = day.ToString("O", CultureInfo.InvariantCulture),
        });
}

internal sealed class GetSupplyCoverageValidator : AbstractValidator<GetSupplyCoverageRequest>
{
    public GetSupplyCoverageValidator()
    {
        RuleFor(r => r.RegionId).NotEmpty().WithMessage("Give a region.").IsRegionIdOrEmpty();
        RuleFor(r => r.AsOf).IsDayOrAbsent();
        RuleFor(r => r.MunicipalityId).IsMunicipalityId().When(r => r.MunicipalityId.Length > 0);
    }
}
