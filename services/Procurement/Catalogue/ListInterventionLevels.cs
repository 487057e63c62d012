using FluentValidation;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Procurement.Catalogue;

/// <summary>The levels, each with its products.</summary>
internal sealed class ListInterventionLevels(CatalogueReader reader)
{
    public async Task<ListInterventionLevelsResponse> RunAsync(ListInterventionLevelsRequest request, CancellationToken ct)
    {
        var catalogue = await reader.ReadAsync(ct);
        var day = request.AsOf?.ToDateOnly();
        return new ListInterventionLevelsResponse
        {
            InterventionLevels =
            {
                catalogue.Levels.Select(level =>
                    level.ToProto(catalogue.ProductsOf(level).Where(product => day is null || product.Validity.Contains(day.Value)))),
            },
        };
    }
}

internal sealed class ListInterventionLevelsValidator : AbstractValidator<ListInterventionLevelsRequest>
{
    public ListInterventionLevelsValidator() => RuleFor(r => r.AsOf).IsDayOrAbsent();
}
