using FluentValidation;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.Persistence;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.CommonThreads;

/// <summary>Draws up the analysis of a half-year, or draws it up again.</summary>
internal sealed class DrawUpThreads(ExpertTableDbContext db, CaseChanges changes, BottleneckReader bottlenecks, ThreadFiles files)
{
    public Task<DrawUpThreadsResponse> RunAsync(DrawUpThreadsRequest request, Caller caller, CancellationToken ct) => changes.RunOnceAsync(
        request.RequestId,
        request,
        caller,
        async token =>
        {
            var act = changes.Now(caller);
            var halfYear = HalfYear.Parse(request.HalfYear)!;
            if (await files.FindAsync(halfYear, token) is not { } analysis)
                db.Add(analysis = ThreadAnalysis.Begin(Guid.CreateVersion7(act.At), halfYear));
            Etag.RequireOrNone(request.Etag, analysis.Version);
            analysis.DrawUp(request.Text.Trim(), await bottlenecks.CountAsync(halfYear, token), act);
            return new DrawUpThreadsResponse { Analysis = analysis.ToProto(caller, act.Day) };
        },
        ct);
}

internal sealed class DrawUpThreadsValidator : AbstractValidator<DrawUpThreadsRequest>
{
    public DrawUpThreadsValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.HalfYear).Must(code => HalfYear.Parse(code) is not null).WithMessage("Give a half-year such as 2026-H1.");
        RuleFor(r => r.Text).IsText(CaseFieldRules.MostQuestionCharacters);
    }
}
