using FluentValidation;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.CommonThreads;

/// <summary>What a check found of what was decided.</summary>
internal sealed class CheckThreads(CaseChanges changes, ThreadFiles files)
{
    public Task<CheckThreadsResponse> RunAsync(CheckThreadsRequest request, Caller caller, CancellationToken ct) => changes.RunOnceAsync(
        request.RequestId,
        request,
        caller,
        async token =>
        {
            var act = changes.Now(caller);
            var analysis = await files.GetAsync(request.Id, token);
            Etag.Require(request.Etag, analysis.Version);
            analysis.Check(new ThreadFinding(request.CheckedDate.ToDateOnly(), request.Outcome.ToDomain<ThreadCheckOutcome>()!.Value, request.Explanation.Trim()), act);
            return new CheckThreadsResponse { Analysis = analysis.ToProto(caller, act.Day) };
        },
        ct);
}

internal sealed class CheckThreadsValidator : AbstractValidator<CheckThreadsRequest>
{
    public CheckThreadsValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.CheckedDate).IsDay();
        RuleFor(r => r.Outcome).Must(o => o.ToDomain<ThreadCheckOutcome>() is not null).WithMessage("Say what was found: solved, solved in part or not solved.");
        RuleFor(r => r.Explanation).IsText(CaseFieldRules.MostQuestionCharacters);
    }
}
