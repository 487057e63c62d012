using Microsoft.EntityFrameworkCore;
using Regio.Messages.Procurement.V1;
using Regio.Reporting.Persistence;

namespace Regio.Reporting.Projection;

/// <summary>Keeps how a trajectory stands; the event is whole, so the newest replaces the rest.</summary>
internal sealed class OnCareTrajectoryChanged(ReportingDbContext db) : EventProjection<CareTrajectoryChanged, ProjectedTrajectory>
{
    public override Task ApplyAsync(CareTrajectoryChanged changed, CancellationToken ct) => db.Database.ExecuteSqlAsync(
        $"""
         insert into trajectory (id, client_pseudonym, municipality_id, category, code, level, with_stay, started_on, ended_on, amount_cents, version, occurred_at)
         values ({changed.TrajectoryId}, {changed.ClientPseudonym}, {changed.MunicipalityId}, {changed.CareCategory}, {changed.CareCode}, {changed.Level}, {changed.WithStay switch { "yes" => true, "no" => false, _ => (bool?)null }},
             {changed.StartedOn}, {changed.EndedOn}, {changed.AmountCents}, {changed.AggregateVersion}, {changed.OccurredAt.ToUniversalTime()})
         on conflict (id) do update set
             client_pseudonym = excluded.client_pseudonym, municipality_id = excluded.municipality_id, category = excluded.category, code = excluded.code,
             level = excluded.level, with_stay = excluded.with_stay, started_on = excluded.started_on, ended_on = excluded.ended_on,
             amount_cents = excluded.amount_cents, version = excluded.version, occurred_at = excluded.occurred_at
         where trajectory.version < excluded.version
         """,
        ct);
}
