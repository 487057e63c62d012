using Microsoft.EntityFrameworkCore;
using Regio.Messages.Municipalities.V1;
using Regio.Reporting.Persistence;

namespace Regio.Reporting.Projection;

/// <summary>
/// Keeps the memberships that hold for part of the care. Those of whole municipalities come with MunicipalityRecorded. The
/// event tells only what changed, so each membership keeps the version that told it last.
/// </summary>
internal sealed class OnMembershipChanged(ReportingDbContext db) : EventProjection<MembershipChanged, ProjectedPartialMembership>
{
    public override async Task ApplyAsync(MembershipChanged changed, CancellationToken ct)
    {
        foreach (var part in changed.Memberships.Where(m => m.ProductGroup.Length > 0 || m.Care != "all"))
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                 insert into partial_membership (municipality_id, region_id, region_kind, product_group, care, valid_from, valid_until, version, occurred_at)
                 values ({changed.MunicipalityId}, {part.RegionId}, {part.RegionKind}, {part.ProductGroup}, {part.Care}, {part.ValidFrom}, {part.ValidUntil},
                     {changed.AggregateVersion}, {changed.OccurredAt.ToUniversalTime()})
                 on conflict (municipality_id, region_id, product_group, care, valid_from) do update set
                     region_kind = excluded.region_kind, valid_until = excluded.valid_until, version = excluded.version, occurred_at = excluded.occurred_at
                 where partial_membership.version < excluded.version
                 """,
                ct);
        }
    }
}
