using FluentValidation;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Inspections;

/// <summary>What the inspectorate says of a gap.</summary>
internal sealed class JudgeInspectionGap(GapChanges changes)
{
    public Task<JudgeInspectionGapResponse> RunAsync(JudgeInspectionGapRequest request, Caller caller, CancellationToken ct) => changes.RunAsync(
        new GapCommand<JudgeInspectionGapRequest>(request, request.RequestId, request.Id, request.Etag),
        caller,
        (gap, act) =>
        {
            var word = new InspectorateWord(request.Judgement.JudgedDate.ToDateOnly(), request.Judgement.Accepted, request.Judgement.Explanation.Trim());
            if (word.Accepted)
                gap.Accept(word, act);
            else
                gap.SendBack(word, act);
        },
        gap => new JudgeInspectionGapResponse { Gap = gap },
        ct);
}

internal sealed class JudgeInspectionGapValidator : AbstractValidator<JudgeInspectionGapRequest>
{
    public JudgeInspectionGapValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.Judgement).NotNull().ChildRules(judgement =>
        {
            judgement.RuleFor(j => j.JudgedDate).IsDay();
            judgement.RuleFor(j => j.Explanation).IsText(CaseFieldRules.MostQuestionCharacters);
        });
    }
}
