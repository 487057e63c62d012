using Microsoft.EntityFrameworkCore;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.Consultations;
using Regio.ExpertTable.Persistence;
using Regio.ExpertTable.Reads;
using Regio.ExpertTable.SubjectRights;
using Regio.ExpertTable.Terms;
using Regio.ServiceDefaults.Time;

namespace Regio.ExpertTable.Retention;

/// <summary>Finds what may be destroyed on a day, each kind by its own term.</summary>
internal sealed class DueRecordReader(ExpertTableDbContext db, TermBook terms, DateOnly today)
{
    /// <summary>Those of the cases whose term has passed and that neither a legal hold nor an open request keeps.</summary>
    public IQueryable<Case> Cases(IQueryable<Case> cases)
    {
        var (files, referrals) = (FirstKept(RecordKind.CaseFile), FirstKept(RecordKind.Referral));
        return cases
            .Where(c => c.HeldSince == null && !db.Set<Rectification>().Any(r => r.CaseId == c.Id && r.DecidedOn == null))
            .Where(c =>
                (c.State == CaseState.Closed && c.StateSince < files && !db.Set<CaseEntry>().Any(e => e.CaseId == c.Id && e.WrittenAt >= files))
                || (c.State == CaseState.Returned && c.StateSince < referrals && !db.Set<CaseEntry>().Any(e => e.CaseId == c.Id && e.WrittenAt >= referrals)));
    }

    /// <summary>The lines of the read log about these cases that still name a child after their term; not of a case that is held.</summary>
    public IQueryable<LoggedRead> Reads(IQueryable<Case> cases)
    {
        var kept = FirstKept(RecordKind.ReadLog);
        return db.Set<LoggedRead>().AsNoTracking().Where(r => r.Blanked == null && r.ReadAt < kept && cases.Any(c => c.Id == r.CaseId && c.HeldSince == null));
    }

    /// <summary>The consultations whose texts may go.</summary>
    public IQueryable<Consultation> Consultations()
    {
        var kept = RetentionTerm.FirstKept(today, Years(RecordKind.Consultation));
        return db.Set<Consultation>().Where(c => c.DestroyedOn == null && c.HeldOn < kept);
    }

    private DateTimeOffset FirstKept(RecordKind kind) => RetentionTerm.FirstKept(today, Years(kind)).InDutchTime();

    private int Years(RecordKind kind) => terms.On(RetentionTerm.TermOf(kind), today);
}
