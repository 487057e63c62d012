using Microsoft.EntityFrameworkCore;
using Regio.ExpertTable.Persistence;

namespace Regio.ExpertTable.Cases;

/// <summary>Reads files and opens what is sealed in them. To be used within one transaction that sees one state.</summary>
internal sealed class CaseFiles(ExpertTableDbContext db, FileSeal seal)
{
    public async Task<(Case Case, CaseFile File, CaseView View)?> FindAsync(CaseScope scope, Guid id, CancellationToken ct)
    {
        // Each part by a statement of its own: joined they would multiply each other.
        var found = await WithPeople(scope)
            .Include(c => c.Siblings).Include(c => c.Purchases).Include(c => c.Transitions).AsSplitQuery()
            .SingleOrDefaultAsync(c => c.Id == id, ct);
        if (found is null)
            return null;
        return (found, new CaseFile(found, await EntriesAsync(id, ct), [.. found.Transitions.OrderBy(t => t.Version)]), scope.ViewOf(found));
    }

    /// <summary>What is written in a file, oldest first.</summary>
    public async Task<IReadOnlyList<WrittenEntry>> EntriesAsync(Guid id, CancellationToken ct)
    {
        var entries = await db.Set<CaseEntry>().AsNoTracking().Where(e => e.CaseId == id).OrderBy(e => e.Number).ToListAsync(ct);
        return [.. entries.Select(seal.Open)];
    }

    private IQueryable<Case> WithPeople(CaseScope scope)
    {
        var cases = scope.Visible(db.Set<Case>().AsNoTracking());
        if (scope.AsksForStaff)
            cases = cases.Include(c => c.Guide).Include(c => c.CareBroker);
        return scope.AsksForSitting ? cases.Include(c => c.Sitting!.Participants) : cases;
    }
}
