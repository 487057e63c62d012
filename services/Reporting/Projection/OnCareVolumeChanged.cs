using Microsoft.EntityFrameworkCore;
using Regio.Messages.Procurement.V1;
using Regio.Reporting.Persistence;

namespace Regio.Reporting.Projection;

/// <summary>Keeps the newest sum of each product, provider, municipality and month: each event tells the whole of it.</summary>
internal sealed class OnCareVolumeChanged(ReportingDbContext db) : EventProjection<CareVolumeChanged, ProjectedCareVolume>
{
    public override Task ApplyAsync(CareVolumeChanged changed, CancellationToken ct) => db.Database.ExecuteSqlAsync(
        $"""
         insert into care_volume (id, provider_agb_code, municipality_id, category, code, unit, month, volume, amount_cents, clients, version, occurred_at)
         values ({changed.CareVolumeId}, {changed.ProviderAgbCode}, {changed.MunicipalityId}, {changed.CareCategory}, {changed.CareCode}, {changed.Unit}, {changed.Month},
             {changed.Volume}, {changed.AmountCents}, {changed.Clients}, {changed.AggregateVersion}, {changed.OccurredAt.ToUniversalTime()})
         on conflict (id) do update set
             volume = excluded.volume, amount_cents = excluded.amount_cents, clients = excluded.clients, version = excluded.version, occurred_at = excluded.occurred_at
         where care_volume.version < excluded.version
         """,
        ct);
}
