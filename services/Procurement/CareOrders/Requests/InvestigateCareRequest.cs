using FluentValidation;
using Regio.CareMessages.Answers;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Security;

namespace Regio.Procurement.CareOrders.Requests;

/// <summary>Tells a provider that its request is looked into.</summary>
internal sealed class InvestigateCareRequest(IdempotentRequests<ProcurementDbContext> requests, StoredCareRequests answers, ShownCareMessageReader shown)
{
    private const string Rpc = "regio.procurement.v1.CareOrderService/InvestigateCareRequest";

    public Task<InvestigateCareRequestResponse> RunAsync(InvestigateCareRequestRequest request, Caller caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller.Subject, request.RequestId, request, token => DecideAsync(request, caller, token), ct);

    private async Task<InvestigateCareRequestResponse> DecideAsync(InvestigateCareRequestRequest request, Caller caller, CancellationToken ct)
    {
        var open = await answers.FindAsync(request.CareRequestId, caller, ct);
        if (open.Request.State == CareRequestState.Investigated)
            throw new DomainException(CareOrderRules.RequestInvestigated, "care_request_id");
        var answer = RequestAnswer.UnderInvestigation(open.Asked, open.Reference, await answers.StampAsync(ct));
        return new InvestigateCareRequestResponse { Message = await shown.ShowAsync(await answers.SendAsync(answer, caller, ct), ct) };
    }
}

internal sealed class InvestigateCareRequestValidator : AbstractValidator<InvestigateCareRequestRequest>
{
    public InvestigateCareRequestValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.CareRequestId).IsUuid();
    }
}
