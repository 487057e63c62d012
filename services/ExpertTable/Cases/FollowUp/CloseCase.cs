using FluentValidation;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Cases;

/// <summary>Closes a case after its evaluation, or with the reason why there is none.</summary>
internal sealed class CloseCase(CaseChanges changes)
{
    public Task<CloseCaseResponse> RunAsync(CloseCaseRequest request, Caller caller, CancellationToken ct) => changes.RunAsync(
        new CaseCommand<CloseCaseRequest>(request, request.RequestId, request.Id, request.Etag),
        caller,
        (file, act) => file.Close(request.ReasonWithoutEvaluation, act),
        file => new CloseCaseResponse { Case = file },
        ct);
}

internal sealed class CloseCaseValidator : AbstractValidator<CloseCaseRequest>
{
    public CloseCaseValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.ReasonWithoutEvaluation).IsTextOrEmpty(CaseFieldRules.MostQuestionCharacters);
    }
}
