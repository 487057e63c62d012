using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Catalogue;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Procurement.Providers.Facts;

/// <summary>Records what the region cannot do without.</summary>
internal sealed class RecordEssentialSupply(ProcurementDbContext db, IdempotentRequests<ProcurementDbContext> requests, TimeProvider time)
{
    private const string Rpc = "regio.procurement.v1.ProviderFactService/RecordEssentialSupply";

    public Task<RecordEssentialSupplyResponse> RunAsync(RecordEssentialSupplyRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => RecordAsync(request.Supply, token), ct);

    private async Task<RecordEssentialSupplyResponse> RecordAsync(V1.EssentialSupply asked, CancellationToken ct)
    {
        var provider = await db.KnownProviderAsync(asked.ProviderId, "supply.provider_id", ct);
        var product = asked.ProductId.Length == 0 ? null : asked.ProductId;
        if (product is not null && !await db.Set<Catalogue.Product>().AnyAsync(p => p.Id == product, ct))
            throw new DomainException(CatalogueRules.ProductUnknown, "supply.product_id", new Dictionary<string, string> { ["product_id"] = product });
        var now = time.StorableNow();
        var supply = new EssentialSupply
        {
            Id = Guid.CreateVersion7(now), ProviderId = provider, ProductId = product, Validity = asked.Period.ToValidity(), Ground = asked.Ground.Trim(), RecordedAt = now,
        };
        db.Add(supply);
        return new RecordEssentialSupplyResponse { Supply = supply.ToProto() };
    }
}

internal sealed class RecordEssentialSupplyValidator : AbstractValidator<RecordEssentialSupplyRequest>
{
    public RecordEssentialSupplyValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Supply).NotNull().ChildRules(supply =>
        {
            supply.RuleFor(s => s.ProviderId).IsUuid();
            supply.RuleFor(s => s.ProductId).IsLineOrEmpty(CatalogueMapping.MostCodeCharacters);
            supply.RuleFor(s => s.Period).IsPeriod();
            supply.RuleFor(s => s.Ground).IsLine(ProviderFactRules.MostTextCharacters);
        });
    }
}
