using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Product = Regio.Procurement.Catalogue.Product;

namespace Regio.Procurement.Supply.Coverage;

/// <summary>From supply of a level to its message.</summary>
internal static class CoverageMapping
{
    public static V1.SupplyCell ToProto(this SupplyCell cell, int level, string municipality, IEnumerable<Product> offered, bool withParts)
    {
        var contracted = cell.Contracted.Select(part => part.ProductId).ToHashSet();
        var message = new V1.SupplyCell
        {
            Level = level,
            MunicipalityId = municipality,
            Gap = (V1.SupplyGap)cell.Gap,
            ContractedCount = cell.Contracted.Count,
            ReportedCount = cell.ReportedCount,
            StaleCount = cell.StaleCount,
            OverNormCount = cell.OverNormCount,
            MissingProductIds = { offered.Select(product => product.Id).Where(id => !contracted.Contains(id)) },
            Parts = { withParts ? cell.Contracted.Select(part => part.ToProto(cell.By)) : [] },
        };
        if (cell.ShortestWaitingDays is { } shortest)
            message.ShortestWaitingDays = shortest;
        return message;
    }

    private static SupplyPart ToProto(this ContractedSupply part, CoverageNorms by)
    {
        var message = new SupplyPart
        {
            ProviderId = part.ProviderId.ToString("D"),
            ProviderName = part.ProviderName,
            ProductId = part.ProductId,
            MeasuredDate = part.MeasuredOn?.ToProto(),
            Stale = part.IsStale(by),
        };
        if (part.WaitingDays is { } days)
            message.WaitingDays = days;
        return message;
    }
}
