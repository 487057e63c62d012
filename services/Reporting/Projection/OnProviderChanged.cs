using Microsoft.EntityFrameworkCore;
using Regio.Messages.Procurement.V1;
using Regio.Reporting.Persistence;

namespace Regio.Reporting.Projection;

/// <summary>Keeps what the register says of a provider; the event is whole, so the newest replaces the rest.</summary>
internal sealed class OnProviderChanged(ReportingDbContext db) : EventProjection<ProviderChanged, ProjectedProvider>
{
    public override Task ApplyAsync(ProviderChanged changed, CancellationToken ct) => db.Database.ExecuteSqlAsync(
        $"""
         insert into provider (id, agb_code, name, certified_institution, version, occurred_at)
         values ({changed.ProviderId}, {changed.AgbCode}, {changed.Name}, {changed.CertifiedInstitution}, {changed.AggregateVersion}, {changed.OccurredAt.ToUniversalTime()})
         on conflict (id) do update set
             agb_code = excluded.agb_code, name = excluded.name, certified_institution = excluded.certified_institution,
             version = excluded.version, occurred_at = excluded.occurred_at
         where provider.version < excluded.version
         """,
        ct);
}
