using FluentValidation;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Cases;

/// <summary>Adds a version of the explanatory analysis, with its author.</summary>
internal sealed class RecordAnalysis(CaseChanges changes)
{
    public Task<RecordAnalysisResponse> RunAsync(RecordAnalysisRequest request, Caller caller, CancellationToken ct) => changes.RunAsync(
        new CaseCommand<RecordAnalysisRequest>(nameof(RecordAnalysis), request, request.RequestId, request.Id, request.Etag),
        caller,
        (file, act) => file.RecordAnalysis(request.Text, act),
        file => new RecordAnalysisResponse { Case = file },
        ct);
}

internal sealed class RecordAnalysisValidator : AbstractValidator<RecordAnalysisRequest>
{
    public RecordAnalysisValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.Text).IsText(CaseFieldRules.MostAnalysisCharacters);
    }
}
