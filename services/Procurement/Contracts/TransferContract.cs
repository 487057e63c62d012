using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Catalogue;
using Regio.Procurement.Ocds;
using Regio.Procurement.Persistence;
using Regio.Procurement.Providers;
using Regio.Procurement.Tariffs;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;
using Provider = Regio.Procurement.Providers.Provider;
using Tariff = Regio.Procurement.Tariffs.Tariff;

namespace Regio.Procurement.Contracts;

/// <summary>Lets another provider go on with a contract, its lines and its tariffs: after a takeover, a merger or a bankruptcy.</summary>
internal sealed class TransferContract(
    ProcurementDbContext db, CatalogueReader reader, StoredReleases releases, IdempotentRequests<ProcurementDbContext> requests, TimeProvider time)
{
    private const string Rpc = "regio.procurement.v1.ContractService/TransferContract";

    public Task<TransferContractResponse> RunAsync(TransferContractRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => TransferAsync(request, caller, token), ct);

    private async Task<TransferContractResponse> TransferAsync(TransferContractRequest request, string caller, CancellationToken ct)
    {
        var contract = await db.ToChangeAsync(request.Id, request.Etag, ct);
        var receiver = Guid.ParseExact(request.ToProviderId, "D");
        var provider = await db.Set<Provider>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == receiver, ct)
            ?? throw ProviderRules.NotFound(request.ToProviderId, "to_provider_id");
        var now = time.StorableNow();
        var next = contract.TransferTo(
            new AddendumFact(Guid.CreateVersion7(now), request.EffectiveDate.ToDateOnly(), time.DutchToday(), request.Reason.Trim(), caller, now),
            (receiver, Guid.CreateVersion7(now)),
            (TransferGround)request.Ground,
            request.Location.Trim());

        db.Add(next);
        db.AddRange(await TariffsAsync(contract, next, now, ct));
        await releases.AddAsync(contract, ct);
        await releases.AddAsync(next, ct);
        db.Publish(ContractEvents.Terminated(contract, now), contract.Id.ToString("D"));
        db.Publish(ContractEvents.Signed(next, provider, await reader.ReadAsync(ct)), next.Id.ToString("D"));
        return new TransferContractResponse { Contract = contract.ToProto(), ContinuedContract = next.ToProto() };
    }

    private async Task<IEnumerable<Tariff>> TariffsAsync(Contract contract, Contract next, DateTimeOffset now, CancellationToken ct)
    {
        var held = await db.Set<Tariff>().AsNoTracking().Where(t => t.ContractId == contract.Id && t.InForce != null).ToListAsync(ct);
        var continued = next.Lines.ToDictionary(line => line.Position);
        return from line in contract.Lines
               where continued.ContainsKey(line.Position)
               let rest = continued[line.Position]
               from tariff in held
               where tariff.LineId == line.Id
               let same = tariff.ContinueFor(new TariffSubject(next.Id, rest.Id, next.ProviderId, rest.Unit), rest.Validity, Guid.CreateVersion7(now))
               where same is not null
               select same;
    }
}

internal sealed class TransferContractValidator : AbstractValidator<TransferContractRequest>
{
    public TransferContractValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.ToProviderId).IsUuid();
        RuleFor(r => r.EffectiveDate).IsDay();
        RuleFor(r => r.Ground).IsInEnum().NotEqual(V1.TransferGround.Unspecified).WithMessage("Say why another provider goes on with it.");
        RuleFor(r => r.Location).IsLineOrEmpty(ContractRules.MostPlaceCharacters);
        RuleFor(r => r.Reason).IsLineOrEmpty(ContractRules.MostReasonCharacters);
    }
}
