using FluentValidation;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Cases;

/// <summary>Opens a closed or returned case again, for another round.</summary>
internal sealed class ReopenCase(CaseChanges changes)
{
    public Task<ReopenCaseResponse> RunAsync(ReopenCaseRequest request, Caller caller, CancellationToken ct) => changes.RunAsync(
        new CaseCommand<ReopenCaseRequest>(request, request.RequestId, request.Id, request.Etag),
        caller,
        (file, act) => file.Reopen(request.Reason, act),
        file => new ReopenCaseResponse { Case = file },
        ct);
}

internal sealed class ReopenCaseValidator : AbstractValidator<ReopenCaseRequest>
{
    public ReopenCaseValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.Reason).IsText(CaseFieldRules.MostQuestionCharacters);
    }
}
