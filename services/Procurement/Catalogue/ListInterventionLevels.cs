using Regio.Procurement.V1;

namespace Regio.Procurement.Catalogue;

/// <summary>The levels, each with its products.</summary>
internal sealed class ListInterventionLevels(CatalogueReader reader)
{
    public async Task<ListInterventionLevelsResponse> RunAsync(CancellationToken ct)
    {
        var catalogue = await reader.ReadAsync(ct);
        return new ListInterventionLevelsResponse
        {
            InterventionLevels = { catalogue.Levels.Select(level => level.ToProto(catalogue.ProductsOf(level))) },
        };
    }
}
