using FluentValidation;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Procurement.Catalogue;

/// <summary>On which scale a product is bought on a day, who executes that, and on what ground.</summary>
internal sealed class ResolveScale(CatalogueReader reader, TimeProvider time)
{
    public async Task<ResolveScaleResponse> RunAsync(ResolveScaleRequest request, CancellationToken ct)
    {
        var catalogue = await reader.ReadAsync(ct);
        var product = catalogue.Product(request.ProductId, "product_id");
        return ScaleAnswer.Of(product, AsOf.OrToday(request.AsOf, time), "as_of", catalogue).ToProto();
    }
}

internal sealed class ResolveScaleValidator : AbstractValidator<ResolveScaleRequest>
{
    public ResolveScaleValidator()
    {
        RuleFor(r => r.ProductId).IsLine(CatalogueMapping.MostCodeCharacters);
        RuleFor(r => r.AsOf).IsDayOrAbsent();
    }
}
