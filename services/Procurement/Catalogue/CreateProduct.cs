using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Procurement.Catalogue;

/// <summary>Adds a product to the catalogue, once per request id.</summary>
internal sealed class CreateProduct(ProcurementDbContext db, CatalogueReader reader, IdempotentRequests<ProcurementDbContext> requests)
{
    private const string Rpc = "regio.procurement.v1.CatalogueService/CreateProduct";

    public Task<CreateProductResponse> RunAsync(CreateProductRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => AddAsync(request.Product, token), ct);

    private async Task<CreateProductResponse> AddAsync(V1.Product asked, CancellationToken ct)
    {
        if (await db.Set<Product>().AnyAsync(p => p.Id == asked.Id, ct))
            throw new DomainException(CatalogueRules.ProductExists, "product.id", new Dictionary<string, string> { ["product_id"] = asked.Id });
        var product = Product.Create(asked.ToDomain(), (await reader.ReadAsync(ct)).Levels);
        db.Add(product);
        return new CreateProductResponse { Product = product.ToProto() };
    }
}

internal sealed class CreateProductValidator : AbstractValidator<CreateProductRequest>
{
    public CreateProductValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Product).NotNull().ChildRules(product =>
        {
            product.RuleFor(p => p.Id).Must(id => id.Length is > 0 and <= CatalogueMapping.MostCodeCharacters && id.All(IsCode))
                .WithMessage($"Give 1 to {CatalogueMapping.MostCodeCharacters} lower-case letters, digits and hyphens.");
            product.RuleFor(p => p.Name).IsLine(CatalogueMapping.MostNameCharacters);
            product.RuleFor(p => p.Unit).IsInEnum();
            product.RuleFor(p => p.CareCategory).IsLineOrEmpty(CatalogueMapping.CareCategoryCharacters);
            product.RuleFor(p => p.CareCode).IsLineOrEmpty(CatalogueMapping.MostCareCodeCharacters);
            product.RuleFor(p => p.Period).IsPeriod();
            product.RuleFor(p => p.Source).SetValidator(new SourceValidator());
            product.RuleFor(p => p.Source).NotNull();
        });
    }

    private static bool IsCode(char c) => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-';
}
