using Microsoft.EntityFrameworkCore;
using Regio.Messages.ExpertTable.V1;
using Regio.Reporting.Persistence;

namespace Regio.Reporting.Projection;

/// <summary>Keeps that there was a consultation; one that is told again is the same.</summary>
internal sealed class OnConsultationHeld(ReportingDbContext db) : EventProjection<ConsultationHeld, ProjectedConsultation>
{
    public override Task ApplyAsync(ConsultationHeld held, CancellationToken ct) => db.Database.ExecuteSqlAsync(
        $"""
         insert into expert_consultation (id, held_on, outcome)
         values ({held.ConsultationId}, {held.HeldOn}, {held.Outcome})
         on conflict (id) do nothing
         """,
        ct);
}
