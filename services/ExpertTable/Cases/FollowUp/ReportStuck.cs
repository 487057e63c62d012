using FluentValidation;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Cases;

/// <summary>Nothing moves any more, and the codes say why.</summary>
internal sealed class ReportStuck(CaseChanges changes)
{
    public Task<ReportStuckResponse> RunAsync(ReportStuckRequest request, Caller caller, CancellationToken ct) => changes.RunAsync(
        new CaseCommand<ReportStuckRequest>(request, request.RequestId, request.Id, request.Etag),
        caller,
        (file, act) => file.ReportStuck(request.Bottlenecks.ToDomain(), request.Reason, act),
        file => new ReportStuckResponse { Case = file },
        ct);
}

internal sealed class ReportStuckValidator : AbstractValidator<ReportStuckRequest>
{
    public ReportStuckValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.Bottlenecks).AreBottlenecks();
        RuleFor(r => r.Reason).IsText(CaseFieldRules.MostQuestionCharacters);
    }
}
