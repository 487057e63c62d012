using FluentValidation;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Cases;

/// <summary>The way back from a wider table.</summary>
internal sealed class EndEscalation(CaseChanges changes)
{
    public Task<EndEscalationResponse> RunAsync(EndEscalationRequest request, Caller caller, CancellationToken ct) => changes.RunAsync(
        new CaseCommand<EndEscalationRequest>(request, request.RequestId, request.Id, request.Etag),
        caller,
        (file, act) => file.EndEscalation(request.ToTable, request.Answer, act),
        file => new EndEscalationResponse { Case = file },
        ct);
}

internal sealed class EndEscalationValidator : AbstractValidator<EndEscalationRequest>
{
    public EndEscalationValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.Answer).IsText(CaseFieldRules.MostQuestionCharacters);
    }
}
