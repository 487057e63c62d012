using Microsoft.EntityFrameworkCore;
using Regio.Messages.Municipalities.V1;
using Regio.Reporting.Persistence;

namespace Regio.Reporting.Projection;

/// <summary>Keeps the allocation keys, whose percentages stand beside the municipalities.</summary>
internal sealed class OnAllocationKeyAdopted(ReportingDbContext db) : EventProjection<AllocationKeyAdopted, ProjectedKey>
{
    public override async Task ApplyAsync(AllocationKeyAdopted adopted, CancellationToken ct)
    {
        if (!await TakeVersionAsync(adopted, ct))
            return;
        await db.Set<ProjectedKeyWeight>().Where(w => w.AllocationKeyId == adopted.AllocationKeyId).ExecuteDeleteAsync(ct);
        db.AddRange(adopted.Weights.Select(w => new ProjectedKeyWeight
        {
            AllocationKeyId = adopted.AllocationKeyId,
            MunicipalityId = w.MunicipalityId,
            Percentage = w.Percentage,
        }));
    }

    private async Task<bool> TakeVersionAsync(AllocationKeyAdopted adopted, CancellationToken ct) =>
        await db.Database.ExecuteSqlAsync(
            $"""
             insert into allocation_key (id, purpose, valid_from, valid_until, version, occurred_at, source_title, source_place)
             values ({adopted.AllocationKeyId}, {adopted.Purpose}, {adopted.ValidFrom}, {adopted.ValidUntil},
                     {adopted.AggregateVersion}, {adopted.OccurredAt.ToUniversalTime()}, {adopted.SourceTitle}, {adopted.SourcePlace})
             on conflict (id) do update set
                 purpose = excluded.purpose, valid_from = excluded.valid_from, valid_until = excluded.valid_until,
                 version = excluded.version, occurred_at = excluded.occurred_at,
                 source_title = excluded.source_title, source_place = excluded.source_place
             where allocation_key.version < excluded.version
             """,
            ct) == 1;
}
