using FluentValidation;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Cases;

/// <summary>What came of the help, in codes for the figures and in words for the file.</summary>
internal sealed class RecordOutcome(CaseChanges changes)
{
    public Task<RecordOutcomeResponse> RunAsync(RecordOutcomeRequest request, Caller caller, CancellationToken ct) => changes.RunAsync(
        new CaseCommand<RecordOutcomeRequest>(request, request.RequestId, request.Id, request.Etag),
        caller,
        (file, act) => file.RecordOutcome(request.Outcome.ToDomain(), act),
        file => new RecordOutcomeResponse { Case = file },
        ct);
}

internal sealed class RecordOutcomeValidator : AbstractValidator<RecordOutcomeRequest>
{
    private const int MostProductCharacters = 40;

    public RecordOutcomeValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.Outcome).NotNull().WithMessage("Say what came of it.");
        When(r => r.Outcome is not null, () =>
        {
            RuleFor(r => r.Outcome.Result).Must(o => o.ToDomain<OutcomeResult>() is not null).WithMessage("Say whether it was reached, partly or not.");
            RuleFor(r => r.Outcome.CareForm).IsCode(MostProductCharacters).When(r => r.Outcome.CareForm.Length > 0);
            RuleFor(r => r.Outcome.Bottlenecks).AreBottlenecks();
            RuleFor(r => r.Outcome.Remarks).IsTextOrEmpty(CaseFieldRules.MostQuestionCharacters);
        });
    }
}
