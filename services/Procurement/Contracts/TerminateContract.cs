using FluentValidation;
using Regio.Procurement.Ocds;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Procurement.Contracts;

/// <summary>Ends a signed contract before its last day and publishes that in the same transaction.</summary>
internal sealed class TerminateContract(ProcurementDbContext db, StoredReleases releases, IdempotentRequests<ProcurementDbContext> requests, TimeProvider time)
{
    private const string Rpc = "regio.procurement.v1.ContractService/TerminateContract";

    public Task<TerminateContractResponse> RunAsync(TerminateContractRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => TerminateAsync(request, caller, token), ct);

    private async Task<TerminateContractResponse> TerminateAsync(TerminateContractRequest request, string caller, CancellationToken ct)
    {
        var contract = await db.ToChangeAsync(request.Id, request.Etag, ct);
        var now = time.StorableNow();
        contract.Terminate(
            new AddendumFact(
                Guid.CreateVersion7(now), request.EndDate.ToDateOnly(), AsOf.OrToday(request.AnnouncedDate, time), request.Reason.Trim(), caller, now),
            request.TerminatedBy == V1.TerminationParty.Unspecified ? TerminationParty.Agreement : (TerminationParty)request.TerminatedBy);
        await releases.AddAsync(contract, ct);
        db.Publish(ContractEvents.Terminated(contract, now), contract.Id.ToString("D"));
        return new TerminateContractResponse { Contract = contract.ToProto() };
    }
}

internal sealed class TerminateContractValidator : AbstractValidator<TerminateContractRequest>
{
    public TerminateContractValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.EndDate).IsDay();
        RuleFor(r => r.TerminatedBy).IsInEnum();
        RuleFor(r => r.AnnouncedDate).IsDayOrAbsent();
        RuleFor(r => r.Reason).IsLineOrEmpty(ContractRules.MostReasonCharacters);
    }
}
