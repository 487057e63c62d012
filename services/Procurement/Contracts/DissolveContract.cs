using FluentValidation;
using Regio.Procurement.Ocds;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Procurement.Contracts;

/// <summary>Records that a contract was dissolved, without notice, and publishes that in the same transaction.</summary>
internal sealed class DissolveContract(ProcurementDbContext db, StoredReleases releases, IdempotentRequests<ProcurementDbContext> requests, TimeProvider time)
{
    private const string Rpc = "regio.procurement.v1.ContractService/DissolveContract";

    public Task<DissolveContractResponse> RunAsync(DissolveContractRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => DissolveAsync(request, caller, token), ct);

    private async Task<DissolveContractResponse> DissolveAsync(DissolveContractRequest request, string caller, CancellationToken ct)
    {
        var contract = await db.ToChangeAsync(request.Id, request.Etag, ct);
        var now = time.StorableNow();
        contract.Dissolve(
            new AddendumFact(Guid.CreateVersion7(now), request.EffectiveDate.ToDateOnly(), time.DutchToday(), request.Reason.Trim(), caller, now),
            (DissolutionGround)request.Ground);
        await releases.AddAsync(contract, ct);
        db.Publish(ContractEvents.Terminated(contract, now), contract.Id.ToString("D"));
        return new DissolveContractResponse { Contract = contract.ToProto() };
    }
}

internal sealed class DissolveContractValidator : AbstractValidator<DissolveContractRequest>
{
    public DissolveContractValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.EffectiveDate).IsDay();
        RuleFor(r => r.Ground).IsInEnum().NotEqual(V1.DissolutionGround.Unspecified).WithMessage("Say why it is dissolved.");
        RuleFor(r => r.Reason).IsLineOrEmpty(ContractRules.MostReasonCharacters);
    }
}
