using FluentValidation;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.Persistence;
using Regio.ExpertTable.Terms;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Facts;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Inspections;

/// <summary>An inspectorate found something missing.</summary>
internal sealed class RecordInspectionGap(ExpertTableDbContext db, CaseChanges changes, TermReader terms)
{
    public Task<RecordInspectionGapResponse> RunAsync(RecordInspectionGapRequest request, Caller caller, CancellationToken ct) => changes.RunOnceAsync(
        request.RequestId,
        request,
        caller,
        async token =>
        {
            var act = changes.Now(caller);
            var report = new GapReport(
                request.Subject.ToDomain<GapSubject>()!.Value,
                new Source(request.Source.Title.Trim(), request.Source.Place.Trim()),
                request.ReportedDate.ToDateOnly(),
                request.Wanted.Trim());
            var gap = InspectionGap.Record(Guid.CreateVersion7(act.At), report, await terms.ReadAsync(token), act);
            db.Add(gap);
            return new RecordInspectionGapResponse { Gap = gap.ToProto(act.Day) };
        },
        ct);
}

internal sealed class RecordInspectionGapValidator : AbstractValidator<RecordInspectionGapRequest>
{
    public RecordInspectionGapValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Subject).Must(s => s.ToDomain<GapSubject>() is not null).WithMessage("Say what is missing.");
        RuleFor(r => r.Source).NotNull();
        RuleFor(r => r.Source).SetValidator(new SourceValidator());
        RuleFor(r => r.ReportedDate).IsDay();
        RuleFor(r => r.Wanted).IsText(CaseFieldRules.MostQuestionCharacters);
    }
}
