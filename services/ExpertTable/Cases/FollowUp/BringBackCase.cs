using FluentValidation;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Cases;

/// <summary>Brings a case that is stuck to the own table again.</summary>
internal sealed class BringBackCase(CaseChanges changes)
{
    public Task<BringBackCaseResponse> RunAsync(BringBackCaseRequest request, Caller caller, CancellationToken ct) => changes.RunAsync(
        new CaseCommand<BringBackCaseRequest>(request, request.RequestId, request.Id, request.Etag),
        caller,
        (file, act) => file.BringBack(request.Reason, act),
        file => new BringBackCaseResponse { Case = file },
        ct);
}

internal sealed class BringBackCaseValidator : AbstractValidator<BringBackCaseRequest>
{
    public BringBackCaseValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.Reason).IsText(CaseFieldRules.MostQuestionCharacters);
    }
}
