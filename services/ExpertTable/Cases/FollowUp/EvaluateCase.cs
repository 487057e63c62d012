using FluentValidation;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Cases;

/// <summary>How it went and what is learned.</summary>
internal sealed class EvaluateCase(CaseChanges changes)
{
    public Task<EvaluateCaseResponse> RunAsync(EvaluateCaseRequest request, Caller caller, CancellationToken ct) => changes.RunAsync(
        new CaseCommand<EvaluateCaseRequest>(request, request.RequestId, request.Id, request.Etag),
        caller,
        (file, act) => file.Evaluate(request.Text, act),
        file => new EvaluateCaseResponse { Case = file },
        ct);
}

internal sealed class EvaluateCaseValidator : AbstractValidator<EvaluateCaseRequest>
{
    public EvaluateCaseValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.Text).IsText(CaseFieldRules.MostQuestionCharacters);
    }
}
