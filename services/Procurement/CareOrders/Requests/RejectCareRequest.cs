using FluentValidation;
using Regio.CareMessages.Answers;
using Regio.CareMessages.Model;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Security;

namespace Regio.Procurement.CareOrders.Requests;

/// <summary>Rejects what a provider asks.</summary>
internal sealed class RejectCareRequest(IdempotentRequests<ProcurementDbContext> requests, StoredCareRequests answers, ShownCareMessageReader shown)
{
    private const string Rpc = "regio.procurement.v1.CareOrderService/RejectCareRequest";

    public Task<RejectCareRequestResponse> RunAsync(RejectCareRequestRequest request, Caller caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller.Subject, request.RequestId, request, token => DecideAsync(request, caller, token), ct);

    private async Task<RejectCareRequestResponse> DecideAsync(RejectCareRequestRequest request, Caller caller, CancellationToken ct)
    {
        var open = await answers.FindAsync(request.CareRequestId, caller, ct);
        if (request.Reason == RequestAnswer.Domicile && open.Asked is not Jw315)
            throw new DomainException(CareOrderRules.DomicileForAssignments, "reason");
        // Messages name municipalities by the four digits alone.
        var responsible = request.Reason == RequestAnswer.Domicile ? request.ResponsibleMunicipalityId[2..] : null;
        var answer = RequestAnswer.Rejected(open.Asked, open.Reference, request.Reason, await answers.StampAsync(ct), responsible);
        return new RejectCareRequestResponse { Message = await shown.ShowAsync(await answers.SendAsync(answer, caller, ct), ct) };
    }
}

internal sealed class RejectCareRequestValidator : AbstractValidator<RejectCareRequestRequest>
{
    public RejectCareRequestValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.CareRequestId).IsUuid();
        RuleFor(r => r.Reason).Matches("^[1-9]$").WithMessage("A code of WJ759 is wanted: 1 to 9.");
        RuleFor(r => r.ResponsibleMunicipalityId).IsMunicipalityId().When(r => r.Reason == RequestAnswer.Domicile);
        RuleFor(r => r.ResponsibleMunicipalityId).Empty().When(r => r.Reason != RequestAnswer.Domicile)
            .WithMessage("Another municipality is named with reason 8, and only then.");
    }
}
