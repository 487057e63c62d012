using FluentValidation;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Cases;

/// <summary>A certified institution deploys help at once; recorded as the fact that it is.</summary>
internal sealed class BreakThrough(CaseChanges changes)
{
    public Task<BreakThroughResponse> RunAsync(BreakThroughRequest request, Caller caller, CancellationToken ct) => changes.RunAsync(
        new CaseCommand<BreakThroughRequest>(request, request.RequestId, request.Id, request.Etag),
        caller,
        (file, act) => file.BreakThrough(request.Help, request.Institution.Trim(), act),
        file => new BreakThroughResponse { Case = file },
        ct);
}

internal sealed class BreakThroughValidator : AbstractValidator<BreakThroughRequest>
{
    public BreakThroughValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.Help).IsText(CaseFieldRules.MostQuestionCharacters);
        RuleFor(r => r.Institution).IsLine(CaseFieldRules.MostLineCharacters);
    }
}
