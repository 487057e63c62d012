using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Register;

namespace Regio.Municipalities.Rounds;

/// <summary>Finds the municipalities of a round that went over into another.</summary>
internal static class StoredMergers
{
    /// <summary>The mergers by a day that a round may have to follow, by what the register knows now.</summary>
    public static async Task<IReadOnlyList<RoundMerger>> MergersAsync(this MunicipalitiesDbContext db, Round round, DateOnly by, CancellationToken ct)
    {
        var ended = await db.Set<Municipality>().AsNoTracking().Where(m => m.EndedOn <= by).ToListAsync(ct);
        if (ended.Count == 0)
            return [];
        var ids = ended.Select(m => m.SuccessorId).Distinct().ToList();
        var successors = await db.Set<Municipality>().AsNoTracking().Include(m => m.Memberships)
            .Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id, ct);
        return [.. ended.Select(m => Merger(m, successors[m.SuccessorId!], round.RegionId))];
    }

    private static RoundMerger Merger(Municipality ended, Municipality successor, string regionId)
    {
        var day = ended.EndedOn!.Value;
        var belongs = successor.Memberships.Any(m => m.RegionId == regionId && m.Scope == MembershipScope.General && m.Validity.Contains(day));
        return new RoundMerger(ended.Id, day, successor.Id, successor.Name, successor.Rank, belongs);
    }
}
