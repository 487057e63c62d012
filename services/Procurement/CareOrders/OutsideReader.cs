using Microsoft.EntityFrameworkCore;
using Regio.CareMessages.Findings;
using Regio.CareMessages.Model;
using Regio.CareMessages.Rules;
using Regio.Procurement.Contracts;
using Regio.Procurement.Persistence;

namespace Regio.Procurement.CareOrders;

/// <summary>Rules against sources outside the messages: the municipalities of the region, and the catalogue.</summary>
internal sealed class OutsideReader(ProcurementDbContext db, Buyers buyers)
{
    /// <summary>TR378: the municipality is one of the region on each of these days.</summary>
    public async Task<IEnumerable<Finding>> CheckMunicipalityAsync(Message message, CareSides sides, IEnumerable<DateOnly> days, CancellationToken ct)
    {
        var regions = await buyers.RegionsAsync([.. days.Distinct().Select(day => (sides.MunicipalityId, day))], ct);
        if (regions.All(on => on.Count > 0))
            return [];
        var header = message.Envelope;
        return sides.IsFromMunicipality
            ? [KnownAssignmentRules.MunicipalityExists.At(header, nameof(header.Afzender), header.Afzender.Position)]
            : [KnownAssignmentRules.MunicipalityExists.At(header, nameof(header.Ontvanger), header.Ontvanger.Position)];
    }

    /// <summary>TR381: a code that the catalogue knows stands with the category that it has there.</summary>
    public async Task<IEnumerable<Finding>> CheckCodesAsync(IReadOnlyCollection<(MessagePart Part, Product? Product)> products, CancellationToken ct)
    {
        string[] codes = [.. products.Select(each => each.Product).Where(product => product is { Code.HasValue: true }).Select(product => product!.Code.Data).Distinct()];
        if (codes.Length == 0)
            return [];
        var listed = await db.Set<Catalogue.Product>().AsNoTracking().Where(product => codes.Contains(product.CareCode))
            .Select(product => new { product.CareCode, product.CareCategory }).ToListAsync(ct);
        var categories = listed.ToLookup(product => product.CareCode, product => product.CareCategory, StringComparer.Ordinal);
        return products
            .Where(each => each.Product is { Code.HasValue: true } product
                && categories[product.Code.Data].Any() && !categories[product.Code.Data].Contains(product.Categorie.Data))
            .Select(each => KnownAssignmentRules.CodeFitsCategory.At(each.Part, "Product/Code", each.Product!.Code.Position));
    }
}
