using FluentValidation;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.Terms;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.CommonThreads;

/// <summary>The analysis of a half-year is final, with what was decided about it.</summary>
internal sealed class EstablishThreads(CaseChanges changes, BottleneckReader bottlenecks, ThreadFiles files, TermReader terms)
{
    public Task<EstablishThreadsResponse> RunAsync(EstablishThreadsRequest request, Caller caller, CancellationToken ct) => changes.RunOnceAsync(
        request.RequestId,
        request,
        caller,
        async token =>
        {
            var act = changes.Now(caller);
            var analysis = await files.GetAsync(request.Id, token);
            Etag.Require(request.Etag, analysis.Version);
            var counted = await bottlenecks.CountAsync(analysis.HalfYear, token);
            analysis.Establish(request.Decision.ToDomain(), counted, await terms.ReadAsync(token), act);
            return new EstablishThreadsResponse { Analysis = analysis.ToProto(caller, act.Day) };
        },
        ct);
}

internal sealed class EstablishThreadsValidator : AbstractValidator<EstablishThreadsRequest>
{
    public EstablishThreadsValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.Decision).NotNull().WithMessage("Give the decision.");
        RuleFor(r => r.Decision).SetValidator(new ThreadDecisionValidator()).When(r => r.Decision is not null);
    }
}

internal sealed class ThreadDecisionValidator : AbstractValidator<V1.ThreadDecision>
{
    public ThreadDecisionValidator()
    {
        RuleFor(d => d.DecidedDate).IsDay();
        RuleFor(d => d.DecidedBy).IsLine(CaseFieldRules.MostLineCharacters);
        RuleFor(d => d.Measures).Must(measures => measures.Count is >= 1 and <= ThreadRules.MostMeasures).WithMessage($"Give 1 to {ThreadRules.MostMeasures} measures.");
        RuleForEach(d => d.Measures).SetValidator(new ThreadMeasureValidator());
    }
}

internal sealed class ThreadMeasureValidator : AbstractValidator<V1.ThreadMeasure>
{
    public ThreadMeasureValidator()
    {
        RuleFor(m => m.What).IsText(ThreadRules.MostMeasureCharacters);
        RuleFor(m => m.Owner).IsLine(CaseFieldRules.MostLineCharacters);
        RuleFor(m => m.DueDate).IsDay();
    }
}
