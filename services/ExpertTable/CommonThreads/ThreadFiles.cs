using Microsoft.EntityFrameworkCore;
using Regio.ExpertTable.Persistence;
using Regio.ServiceDefaults.Errors;

namespace Regio.ExpertTable.CommonThreads;

/// <summary>Reads analyses with all that belongs to them.</summary>
internal sealed class ThreadFiles(ExpertTableDbContext db)
{
    private IQueryable<ThreadAnalysis> Whole => db.Set<ThreadAnalysis>()
        .Include(a => a.Drafts.OrderBy(d => d.Number)).Include(a => a.Measures.OrderBy(m => m.Number)).Include(a => a.Checks.OrderBy(c => c.Number)).AsSplitQuery();

    public Task<ThreadAnalysis?> FindAsync(HalfYear halfYear, CancellationToken ct)
    {
        var day = halfYear.FirstDay;
        return Whole.SingleOrDefaultAsync(a => a.StartsOn == day, ct);
    }

    public async Task<ThreadAnalysis> GetAsync(string id, CancellationToken ct)
    {
        var key = Guid.ParseExact(id, "D");
        return await Whole.SingleOrDefaultAsync(a => a.Id == key, ct) ?? throw new DomainException(ThreadRules.Unknown, "id");
    }
}
