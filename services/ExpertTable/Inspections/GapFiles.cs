using Microsoft.EntityFrameworkCore;
using Regio.ExpertTable.Persistence;
using Regio.ServiceDefaults.Errors;

namespace Regio.ExpertTable.Inspections;

/// <summary>Reads gaps with all that belongs to them.</summary>
internal sealed class GapFiles(ExpertTableDbContext db)
{
    public async Task<InspectionGap> GetAsync(string id, CancellationToken ct)
    {
        var key = Guid.ParseExact(id, "D");
        return await db.Set<InspectionGap>()
            .Include(g => g.Plans.OrderBy(p => p.Number)).Include(g => g.Proofs.OrderBy(p => p.RecordedAt)).Include(g => g.Judgements.OrderBy(j => j.Number)).AsSplitQuery()
            .SingleOrDefaultAsync(g => g.Id == key, ct) ?? throw new DomainException(GapRules.Unknown, "id");
    }
}
