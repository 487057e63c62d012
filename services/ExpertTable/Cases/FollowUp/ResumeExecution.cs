using FluentValidation;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Cases;

/// <summary>The help goes on after all.</summary>
internal sealed class ResumeExecution(CaseChanges changes)
{
    public Task<ResumeExecutionResponse> RunAsync(ResumeExecutionRequest request, Caller caller, CancellationToken ct) => changes.RunAsync(
        new CaseCommand<ResumeExecutionRequest>(request, request.RequestId, request.Id, request.Etag),
        caller,
        (file, act) => file.Resume(request.Reason, act),
        file => new ResumeExecutionResponse { Case = file },
        ct);
}

internal sealed class ResumeExecutionValidator : AbstractValidator<ResumeExecutionRequest>
{
    public ResumeExecutionValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.Reason).IsText(CaseFieldRules.MostQuestionCharacters);
    }
}
