using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.Persistence;
using Regio.ExpertTable.Reads;
using Regio.ExpertTable.Terms;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Security;
using Regio.ServiceDefaults.Time;
using Case = Regio.ExpertTable.Cases.Case;
using Consultation = Regio.ExpertTable.Consultations.Consultation;

namespace Regio.ExpertTable.Retention;

/// <summary>How long each kind of record is kept, on what ground, and how many of them are due. Counts alone: nobody is read about.</summary>
internal sealed class ListRetention(ExpertTableDbContext db, TermReader terms, TimeProvider time)
{
    public async Task<ListRetentionResponse> RunAsync(Caller caller, CancellationToken ct)
    {
        var (today, book) = (time.DutchToday(), await terms.ReadAsync(ct));
        var due = new DueRecordReader(db, book, today);
        var cases = CaseScope.OfKeeper(caller).Visible(db.Set<Case>());
        var response = new ListRetentionResponse();
        foreach (var kind in Enum.GetValues<RecordKind>())
        {
            var (kept, goes) = await CountAsync(kind, due, cases, caller, ct);
            response.Kinds.Add(new RetentionOfKind
            {
                Kind = kind.ToProto<V1.RecordKind>(),
                Setting = book.SettingOn(RetentionTerm.TermOf(kind), today).ToProto(),
                KeptCount = kept,
                DueCount = goes,
            });
        }

        return response;
    }

    private async Task<(long Kept, long Due)> CountAsync(RecordKind kind, DueRecordReader due, IQueryable<Case> cases, Caller caller, CancellationToken ct)
    {
        switch (kind)
        {
            case RecordKind.ReadLog:
                return (await db.Set<LoggedRead>().LongCountAsync(r => r.Blanked == null && cases.Any(c => c.Id == r.CaseId), ct), await due.Reads(cases).LongCountAsync(ct));
            case RecordKind.Consultation:
                // Of no municipality: who keeps what is of one alone keeps none of these.
                return caller.Municipality is not null
                    ? (0, 0)
                    : (await db.Set<Consultation>().LongCountAsync(c => c.DestroyedOn == null, ct), await due.Consultations().LongCountAsync(ct));
            default:
                var isReferral = kind == RecordKind.Referral;
                return (
                    await cases.LongCountAsync(c => (c.State == Cases.CaseState.Returned) == isReferral, ct),
                    await due.Cases(cases).LongCountAsync(c => (c.State == Cases.CaseState.Returned) == isReferral, ct));
        }
    }
}

internal sealed class ListRetentionValidator : AbstractValidator<ListRetentionRequest>;
