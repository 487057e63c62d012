using FluentValidation;
using Regio.ExpertTable.Deciders;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Cases;

/// <summary>Records what the decider did with the advice.</summary>
internal sealed class DecideCase(CaseChanges changes, CaseFiles files)
{
    public Task<DecideCaseResponse> RunAsync(DecideCaseRequest request, Caller caller, CancellationToken ct) => changes.RunAsync(
        new CaseCommand<DecideCaseRequest>(request, request.RequestId, request.Id, request.Etag),
        caller,
        async (file, act, token) =>
            file.Decide(new DecisionText(request.FollowAdvice, request.Reason, request.Decider.ToDomain<DeciderKind>() ?? await RecordedAsync(file, token)), act),
        file => new DecideCaseResponse { Case = file },
        ct);

    private async Task<DeciderKind> RecordedAsync(Case file, CancellationToken ct) =>
        (await files.EntriesAsync(file.Id, ct)).Select(entry => entry.Content).OfType<DeciderRecorded>().LastOrDefault()?.Kind ?? DeciderKind.Municipality;
}

internal sealed class DecideCaseValidator : AbstractValidator<DecideCaseRequest>
{
    public DecideCaseValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.Reason).IsTextOrEmpty(CaseFieldRules.MostQuestionCharacters);
        RuleFor(r => r.Decider).IsInEnum();
    }
}
