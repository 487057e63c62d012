using FluentValidation;
using Regio.Procurement.Contracts;
using Regio.Procurement.Persistence;
using Regio.Procurement.Providers;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Procurement.Management;

/// <summary>Records what provider or region owes.</summary>
internal sealed class RecordObligation(ProcurementDbContext db, IdempotentRequests<ProcurementDbContext> requests, TimeProvider time)
{
    private const string Rpc = "regio.procurement.v1.ContractManagementService/RecordObligation";

    public Task<RecordObligationResponse> RunAsync(RecordObligationRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => DecideAsync(request.Obligation, token), ct);

    private async Task<RecordObligationResponse> DecideAsync(V1.Obligation asked, CancellationToken ct)
    {
        var provider = await db.KnownProviderAsync(asked.ProviderId, "obligation.provider_id", ct);
        var contract = asked.ContractId.Length > 0 ? await db.ManagedContractAsync(asked.ContractId, "obligation.contract_id", ct) : null;
        if (contract is not null && contract.ProviderId != provider)
            throw ContractRules.NotFound(asked.ContractId, "obligation.contract_id");
        var now = time.StorableNow();
        var obligation = Obligation.Record(Guid.CreateVersion7(now), asked.ToTerms(provider, contract?.Id), now);
        db.Add(obligation);
        return new RecordObligationResponse { Obligation = obligation.ToProto() };
    }
}

internal sealed class RecordObligationValidator : AbstractValidator<RecordObligationRequest>
{
    public RecordObligationValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Obligation).NotNull().ChildRules(obligation =>
        {
            obligation.RuleFor(o => o.ProviderId).IsUuid();
            obligation.RuleFor(o => o.ContractId).IsUuid().When(o => o.ContractId.Length > 0);
            obligation.RuleFor(o => o.Origin).IsInEnum().NotEqual(V1.ObligationOrigin.Unspecified).WithMessage("Say where it comes from.");
            obligation.RuleFor(o => o.Debtor).IsInEnum().NotEqual(V1.ObligationDebtor.Unspecified).WithMessage("Say who owes.");
            obligation.RuleFor(o => o.Subject).IsLine(ManagementRules.MostTextCharacters);
            obligation.RuleFor(o => o.Indicator).IsLineOrEmpty(ManagementRules.MostOwnerCharacters);
            obligation.RuleFor(o => o.DueDate).IsDay();
            obligation.RuleFor(o => o.Owner).IsLine(ManagementRules.MostOwnerCharacters);
        });
    }
}
