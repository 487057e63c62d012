using Microsoft.EntityFrameworkCore;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.Persistence;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Emergencies;

/// <summary>Tells whether a case is open to somebody because of an emergency.</summary>
internal sealed class EmergencyFiles(ExpertTableDbContext db, TimeProvider time)
{
    /// <summary>The scope in which the caller reads a case: the usual one, or all of it while an emergency lasts.</summary>
    public async Task<(CaseScope Scope, bool IsEmergency)> ScopeAsync(Caller caller, Guid caseId, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var isOpen = await db.Set<EmergencyAccess>().AnyAsync(a => a.CaseId == caseId && a.Subject == caller.Subject && a.ExpiresAt > now, ct);
        return isOpen ? (CaseScope.OfEmergency(caller), true) : (CaseScope.Of(caller), false);
    }

    /// <summary>Those of the cases that the officer oversees.</summary>
    public IQueryable<EmergencyAccess> Overseen(Caller caller)
    {
        var cases = CaseScope.OfOversight(caller).Visible(db.Set<Case>());
        return db.Set<EmergencyAccess>().Where(a => cases.Any(c => c.Id == a.CaseId));
    }
}
