using Microsoft.EntityFrameworkCore;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.Persistence;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Sittings;

/// <summary>Finds sittings, those that a caller may see.</summary>
internal sealed class SittingFiles(ExpertTableDbContext db)
{
    /// <summary>Who plans sees all; others those that they are invited to or that have a case of theirs; who is limited to a municipality those with a child of it.</summary>
    public IQueryable<Sitting> Visible(CaseScope scope)
    {
        var sittings = db.Set<Sitting>().Include(s => s.Participants).AsQueryable();
        if (scope is { PlansSittings: true, Municipality: null })
            return sittings;
        var cases = scope.Visible(db.Set<Case>());
        var subject = scope.Subject;
        // An invitation alone opens the sitting to nobody who is limited to a municipality: it must have a child of it.
        return scope.Municipality is null
            ? sittings.Where(s => s.Participants.Any(p => p.Subject == subject && p.WithdrawnAt == null) || cases.Any(c => c.SittingId == s.Id))
            : sittings.Where(s => cases.Any(c => c.SittingId == s.Id));
    }

    public async Task<Sitting> FindAsync(CaseScope scope, string id, string field, CancellationToken ct)
    {
        var key = Guid.ParseExact(id, "D");
        return await Visible(scope).SingleOrDefaultAsync(s => s.Id == key, ct) ?? throw new DomainException(SittingRules.SittingUnknown, field);
    }

    /// <summary>One to change: by who plans for the whole table, since an invitation opens all cases of the sitting.</summary>
    public Task<Sitting> FindToChangeAsync(Caller caller, string id, CancellationToken ct)
    {
        RequireWholeTable(caller);
        return FindAsync(CaseScope.Of(caller), id, "id", ct);
    }

    public static void RequireWholeTable(Caller caller)
    {
        if (caller.Municipality is not null)
            throw new DomainException(CommonRules.OtherPartyData);
    }

    /// <summary>The sitting of a day without a label; planned when there is none, once however many ask.</summary>
    public async Task<SittingDay> OnAsync(DateOnly day, Act act, CancellationToken ct)
    {
        if (day < act.Day)
            throw new DomainException(CaseRules.SittingInPast, "sitting_date");
        await db.Database.ExecuteSqlAsync(
            $"insert into sitting (id, day, label, version) values ({Guid.CreateVersion7(act.At)}, {day}, '', 1) on conflict (day, label) do nothing", ct);
        var id = await db.Set<Sitting>().Where(s => s.Day == day && s.Label == "").Select(s => s.Id).SingleAsync(ct);
        return new SittingDay(id, day);
    }

    /// <summary>The sitting of a case that was scheduled.</summary>
    public Task<Sitting> OfAsync(Case file, CancellationToken ct) =>
        db.Set<Sitting>().Include(s => s.Participants).SingleAsync(s => s.Id == file.SittingId, ct);
}
