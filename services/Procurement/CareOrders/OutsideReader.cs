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
    // What was read within this unit of work: the categories of each code.
    private readonly Dictionary<string, HashSet<string>> _categories = new(StringComparer.Ordinal);

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
        await ReadCodesAsync(products.Select(each => each.Product), ct);
        return products
            .Where(each => each.Product is { Code.HasValue: true } product
                && _categories[product.Code.Data] is { Count: > 0 } categories && !categories.Contains(product.Categorie.Data))
            .Select(each => KnownAssignmentRules.CodeFitsCategory.At(each.Part, "Product/Code", each.Product!.Code.Position));
    }

    /// <summary>Reads what the catalogue says of the codes of some products, so that the rest of this unit of work need not ask.</summary>
    public async Task ReadCodesAsync(IEnumerable<Product?> products, CancellationToken ct)
    {
        string[] codes =
        [
            .. products.Where(product => product is { Code.HasValue: true }).Select(product => product!.Code.Data).Distinct()
                .Where(code => !_categories.ContainsKey(code)),
        ];
        if (codes.Length == 0)
            return;
        var listed = await db.Set<Catalogue.Product>().AsNoTracking().Where(product => codes.Contains(product.CareCode))
            .Select(product => new { product.CareCode, product.CareCategory }).ToListAsync(ct);
        foreach (var code in codes)
            _categories[code] = [.. listed.Where(product => product.CareCode == code).Select(product => product.CareCategory).OfType<string>()];
    }
}
