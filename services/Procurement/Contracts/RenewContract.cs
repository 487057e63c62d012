using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Catalogue;
using Regio.Procurement.Ocds;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;
using Tariff = Regio.Procurement.Tariffs.Tariff;

namespace Regio.Procurement.Contracts;

/// <summary>Exercises an option of a contract: its lines and their last tariffs hold on until the new end.</summary>
internal sealed class RenewContract(
    ProcurementDbContext db, CatalogueReader reader, StoredReleases releases, IdempotentRequests<ProcurementDbContext> requests, TimeProvider time)
{
    private const string Rpc = "regio.procurement.v1.ContractService/RenewContract";

    public Task<RenewContractResponse> RunAsync(RenewContractRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => RenewAsync(request, caller, token), ct);

    private async Task<RenewContractResponse> RenewAsync(RenewContractRequest request, string caller, CancellationToken ct)
    {
        var contract = await db.ToChangeAsync(request.Id, request.Etag, ct);
        var now = time.StorableNow();
        var end = request.CurrentEndDate.ToDateOnly();
        var renewed = contract.Lines.Where(line => line.Active?.Until == end).Select(line => line.Id).ToList();
        contract.Renew(
            new AddendumFact(Guid.CreateVersion7(now), end, AsOf.OrToday(request.AnnouncedDate, time), request.Reason.Trim(), caller, now), end, request.ProviderAgreed);

        var last = await db.Set<Tariff>().Where(t => renewed.Contains(t.LineId) && t.InForce != null).ToListAsync(ct);
        foreach (var tariff in last.Where(tariff => tariff.InForce?.Until == end))
            tariff.ExtendTo(contract.Validity.Until!.Value);
        await releases.AddAsync(contract, ct);
        db.Publish(ContractEvents.Amended(contract, await reader.ReadAsync(ct)), contract.Id.ToString("D"));
        return new RenewContractResponse { Contract = contract.ToProto() };
    }
}

internal sealed class RenewContractValidator : AbstractValidator<RenewContractRequest>
{
    public RenewContractValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.CurrentEndDate).IsDay();
        RuleFor(r => r.AnnouncedDate).IsDayOrAbsent();
        RuleFor(r => r.Reason).IsLineOrEmpty(ContractRules.MostReasonCharacters);
    }
}
