using FluentValidation;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.Persistence;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Facts;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Capacity;

/// <summary>Agrees how many cases are taken in a year from a day on.</summary>
internal sealed class RecordCapacityTerm(ExpertTableDbContext db, CapacityReader office, CaseChanges changes)
{
    public Task<RecordCapacityTermResponse> RunAsync(RecordCapacityTermRequest request, Caller caller, CancellationToken ct) =>
        changes.RunOnceAsync(
            request.RequestId,
            request,
            caller,
            async token =>
            {
                var act = changes.Now(caller);
                var start = request.StartDate.ToDateOnly();
                var next = (await office.TermAsync(start, token)).Validity.Until;
                var term = CapacityTerm.Record(Guid.CreateVersion7(act.At), start, request.CasesPerGuide, request.CasesInAll, request.Ground.Trim(), act);
                db.Add(term);
                return new RecordCapacityTermResponse { Term = new TermInForce(term, new Validity(start, next)).ToProto() };
            },
            ct);
}

internal sealed class RecordCapacityTermValidator : AbstractValidator<RecordCapacityTermRequest>
{
    private const int MostPerGuide = 1_000;
    private const int MostInAll = 10_000;

    public RecordCapacityTermValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.StartDate).IsDay();
        RuleFor(r => r.CasesPerGuide).InclusiveBetween(1, MostPerGuide);
        RuleFor(r => r.CasesInAll).InclusiveBetween(1, MostInAll);
        RuleFor(r => r.Ground).IsLine(CaseFieldRules.MostLineCharacters);
    }
}
