using FluentValidation;
using Regio.Procurement.Catalogue;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Procurement.Providers.Facts;

/// <summary>Records who delivers for a provider.</summary>
internal sealed class RecordSubcontract(ProcurementDbContext db, CatalogueReader catalogue, IdempotentRequests<ProcurementDbContext> requests, TimeProvider time)
{
    private const string Rpc = "regio.procurement.v1.AdmissionService/RecordSubcontract";

    public Task<RecordSubcontractResponse> RunAsync(RecordSubcontractRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => RecordAsync(request.Subcontract, token), ct);

    private async Task<RecordSubcontractResponse> RecordAsync(V1.Subcontract asked, CancellationToken ct)
    {
        var provider = await db.LockedProviderAsync(asked.ProviderId, "subcontract.provider_id", ct);
        var product = asked.ProductId.Length == 0 ? null : asked.ProductId;
        if (product is not null)
            (await catalogue.ReadAsync(ct)).Product(product, "subcontract.product_id");
        var now = time.StorableNow();
        var subcontract = Subcontract.Record(
            Guid.CreateVersion7(now), provider, new Subcontractor(asked.Name.Trim(), asked.AgbCode), product, asked.Period.ToValidity(), now);
        db.Add(subcontract);
        return new RecordSubcontractResponse { Subcontract = subcontract.ToProto() };
    }
}

internal sealed class RecordSubcontractValidator : AbstractValidator<RecordSubcontractRequest>
{
    public RecordSubcontractValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Subcontract).NotNull().ChildRules(subcontract =>
        {
            subcontract.RuleFor(s => s.ProviderId).IsUuid();
            subcontract.RuleFor(s => s.Name).IsLine(ProviderRules.MostNameCharacters);
            subcontract.RuleFor(s => s.AgbCode).IsAgbCode().When(s => s.AgbCode.Length > 0);
            subcontract.RuleFor(s => s.ProductId).IsLineOrEmpty(CatalogueMapping.MostCodeCharacters);
            subcontract.RuleFor(s => s.Period).IsPeriod();
        });
    }
}
