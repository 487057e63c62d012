using FluentValidation;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Cases;

/// <summary>Adds a version of the explanatory analysis, with its author.</summary>
internal sealed class RecordAnalysis(CaseChanges changes)
{
    public Task<RecordAnalysisResponse> RunAsync(RecordAnalysisRequest request, Caller caller, CancellationToken ct) => changes.RunAsync(
        new CaseCommand<RecordAnalysisRequest>(request, request.RequestId, request.Id, request.Etag),
        caller,
        (file, act) => file.RecordAnalysis(new AnalysisText(request.Text, request.Sections?.ToDomain()), act),
        file => new RecordAnalysisResponse { Case = file },
        ct);
}

internal sealed class RecordAnalysisValidator : AbstractValidator<RecordAnalysisRequest>
{
    public RecordAnalysisValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.Text).IsText(CaseFieldRules.MostAnalysisCharacters).When(r => r.Sections is null);
        RuleFor(r => r.Text).IsTextOrEmpty(CaseFieldRules.MostAnalysisCharacters).When(r => r.Sections is not null);
        When(r => r.Sections is not null, () =>
        {
            RuleFor(r => r.Sections.Situation).IsText(CaseFieldRules.MostQuestionCharacters);
            RuleFor(r => r.Sections.Explanation).IsText(CaseFieldRules.MostQuestionCharacters);
            RuleFor(r => r.Sections.Needs).IsText(CaseFieldRules.MostQuestionCharacters);
            RuleFor(r => r.Sections.Factors).IsTextOrEmpty(CaseFieldRules.MostQuestionCharacters);
            RuleFor(r => r.Sections.Strengths).IsTextOrEmpty(CaseFieldRules.MostQuestionCharacters);
        });
    }
}
