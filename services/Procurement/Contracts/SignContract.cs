using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Catalogue;
using Regio.Procurement.Ocds;
using Regio.Procurement.Persistence;
using Regio.Procurement.Tariffs;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;
using Provider = Regio.Procurement.Providers.Provider;
using Tariff = Regio.Procurement.Tariffs.Tariff;

namespace Regio.Procurement.Contracts;

/// <summary>Signs a draft, which gives each line its first tariff, and publishes that in the same transaction.</summary>
internal sealed class SignContract(
    ProcurementDbContext db,
    CatalogueReader reader,
    StoredReleases releases,
    IdempotentRequests<ProcurementDbContext> requests,
    ProcurementMetrics metrics,
    TimeProvider time)
{
    private const string Rpc = "regio.procurement.v1.ContractService/SignContract";

    public Task<SignContractResponse> RunAsync(SignContractRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => SignAsync(request, caller, token), ct);

    private async Task<SignContractResponse> SignAsync(SignContractRequest request, string caller, CancellationToken ct)
    {
        var contract = await db.ToChangeAsync(request.Id, request.Etag, ct);
        var catalogue = await reader.ReadAsync(ct);
        var now = time.StorableNow();
        contract.Sign(catalogue, now);
        db.AddRange(contract.Lines.Select(line => Agreed(contract, line, caller, now)));

        var provider = await db.Set<Provider>().AsNoTracking().SingleAsync(p => p.Id == contract.ProviderId, ct);
        await releases.AddAsync(contract, ct);
        db.Publish(ContractEvents.Signed(contract, provider, catalogue), contract.Id.ToString("D"));
        // Saved here, so that what the database refuses is not counted.
        await db.SaveChangesAsync(ct);
        metrics.Signed(contract);
        return new SignContractResponse { Contract = contract.ToProto() };
    }

    private static Tariff Agreed(Contract contract, ContractLine line, string caller, DateTimeOffset now) => Tariff.Agreed(
        Guid.CreateVersion7(now), new TariffSubject(contract.Id, line.Id, contract.ProviderId, line.Unit), line.TariffCents, line.Validity, caller, now);
}

internal sealed class SignContractValidator : AbstractValidator<SignContractRequest>
{
    public SignContractValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
    }
}
