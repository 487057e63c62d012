using Microsoft.EntityFrameworkCore;
using Regio.Messages.Municipalities.V1;
using Regio.Reporting.Persistence;

namespace Regio.Reporting.Projection;

/// <summary>Keeps what the register says of a municipality; the event is whole, so the newest replaces the rest.</summary>
internal sealed class OnMunicipalityRecorded(ReportingDbContext db) : EventProjection<MunicipalityRecorded, ProjectedMunicipality>
{
    public override async Task ApplyAsync(MunicipalityRecorded recorded, CancellationToken ct)
    {
        if (!await TakeVersionAsync(recorded, ct))
            return;
        var id = recorded.MunicipalityId;
        await db.Set<ProjectedYouthCount>().Where(c => c.MunicipalityId == id).ExecuteDeleteAsync(ct);
        await db.Set<ProjectedMembership>().Where(m => m.MunicipalityId == id).ExecuteDeleteAsync(ct);
        db.AddRange(recorded.YouthCounts.Select(c => new ProjectedYouthCount
        {
            MunicipalityId = id,
            ReferenceDate = c.ReferenceDate,
            Persons = c.Persons,
            AgeLabel = c.AgeLabel,
            SourceTitle = c.SourceTitle,
            SourcePlace = c.SourcePlace,
        }));
        db.AddRange(recorded.Memberships.Select(m => new ProjectedMembership
        {
            MunicipalityId = id,
            RegionId = m.RegionId,
            RegionName = m.RegionName,
            RegionKind = m.RegionKind,
            ValidFrom = m.ValidFrom,
            ValidUntil = m.ValidUntil,
        }));
    }

    private async Task<bool> TakeVersionAsync(MunicipalityRecorded recorded, CancellationToken ct) =>
        await db.Database.ExecuteSqlAsync(
            $"""
             insert into municipality (id, name, rank, began_on, ended_on, successor_id, version, occurred_at)
             values ({recorded.MunicipalityId}, {recorded.Name}, {recorded.Rank}, {recorded.BeganOn}, {recorded.EndedOn}, {recorded.SuccessorId},
                     {recorded.AggregateVersion}, {recorded.OccurredAt.ToUniversalTime()})
             on conflict (id) do update set
                 name = excluded.name, rank = excluded.rank,
                 began_on = excluded.began_on, ended_on = excluded.ended_on, successor_id = excluded.successor_id, version = excluded.version, occurred_at = excluded.occurred_at
             where municipality.version < excluded.version
             """,
            ct) == 1;
}
