using FluentValidation;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Capacity;

/// <summary>The guide of a case stops.</summary>
internal sealed class EndGuide(CaseChanges changes)
{
    public Task<EndGuideResponse> RunAsync(EndGuideRequest request, Caller caller, CancellationToken ct) => changes.RunAsync(
        new CaseCommand<EndGuideRequest>(request, request.RequestId, request.Id, request.Etag),
        caller,
        (file, act) => file.EndGuide(request.Reason, act),
        file => new EndGuideResponse { Case = file },
        ct);
}

internal sealed class EndGuideValidator : AbstractValidator<EndGuideRequest>
{
    public EndGuideValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.Reason).IsText(CaseFieldRules.MostQuestionCharacters);
    }
}
