using Microsoft.EntityFrameworkCore;
using Regio.Messages.Procurement.V1;
using Regio.Reporting.Persistence;

namespace Regio.Reporting.Projection;

/// <summary>Keeps which provider takes no new clients.</summary>
internal sealed class OnClientStopRecorded(ReportingDbContext db) : EventProjection<ClientStopRecorded, ProjectedClientStop>
{
    public override Task ApplyAsync(ClientStopRecorded recorded, CancellationToken ct) => db.Database.ExecuteSqlAsync(
        $"""
         insert into client_stop (id, provider_id, product_id, is_partial, declarer, announced_late, valid_from, valid_until, version, occurred_at)
         values ({recorded.ClientStopId}, {recorded.ProviderId}, {recorded.ProductId}, {recorded.IsPartial}, {recorded.Declarer}, {recorded.AnnouncedLate},
             {recorded.ValidFrom}, {recorded.ValidUntil}, {recorded.AggregateVersion}, {recorded.OccurredAt.ToUniversalTime()})
         on conflict (id) do update set
             provider_id = excluded.provider_id, product_id = excluded.product_id, is_partial = excluded.is_partial,
             declarer = excluded.declarer, announced_late = excluded.announced_late, valid_from = excluded.valid_from,
             valid_until = excluded.valid_until, version = excluded.version, occurred_at = excluded.occurred_at
         where client_stop.version < excluded.version
         """,
        ct);
}
