using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Regio.CareMessages.Model;
using Regio.Procurement.CareOrders.Assignments;
using Regio.Procurement.Persistence;
using Regio.Procurement.Vault;

namespace Regio.Procurement.CareOrders.Trajectories;

/// <summary>Counts trajectories anew where a message touched them, and tells reporting. Between two sides one message counts at a time.</summary>
internal sealed class StoredTrajectories(ProcurementDbContext db, CareKeys keys)
{
    // A claim may touch those of any number of clients: they are told some at a time.
    private const int AtOnce = 500;

    /// <summary>Counts what a message that was taken touches: its assignments, starts and stops, or those of the lines of a claim.</summary>
    public async Task CountAsync(Message message, CareArrival arrival, CancellationToken ct)
    {
        switch (message)
        {
            case Jw301 or Jw305 or Jw307:
                Guid[] touched = [.. db.Set<CareAssignment>().Local.Where(assignment => assignment.Deliveries.Count > 0).Select(assignment => assignment.Id)];
                if (touched.Length == 0)
                    break;
                await db.SaveChangesAsync(ct);
                await CountAsync(touched, arrival.At, _ => Activity.Current, ct);
                break;
            case Jw323:
                await db.SaveChangesAsync(ct);
                var claimed = await db.Database.SqlQuery<Guid>(
                    $"""select distinct assignment_id as "Value" from care_claim_line where claim_id = {arrival.MessageId}""").ToListAsync(ct);
                foreach (var some in claimed.Order().Chunk(AtOnce))
                {
                    await CountAsync(some, arrival.At, _ => Activity.Current, ct);
                    await db.SaveChangesAsync(ct);
                    foreach (var told in db.Set<CareTrajectory>().Local.ToList())
                        db.Entry(told).State = EntityState.Detached;
                }

                break;
        }
    }

    /// <summary>Counts the trajectories of some assignments, whose changes are saved.</summary>
    /// <param name="assignments">Ids of the assignments.</param>
    /// <param name="now">When they changed, UTC.</param>
    /// <param name="cause">What changed each of them, to be told along.</param>
    /// <param name="ct">Ends it without effect.</param>
    public async Task CountAsync(Guid[] assignments, DateTimeOffset now, Func<Guid, Activity?> cause, CancellationToken ct)
    {
        // A code that products of several levels share says nothing of the level.
        var counted = await db.Database.SqlQuery<Counted>(
            $"""
             select a.id as "Id", a.client_id as "ClientId", a.municipality_id as "MunicipalityId",
                    coalesce(a.category, '') as "Category", coalesce(a.code, '') as "Code", coalesce(p.level, 0) as "Level", p.with_stay as "WithStay",
                    b.began_on as "StartedOn",
                    (select s.ended_on from care_stop s where s.delivery_id = l.id and s.removed_by is null and s.reason <> {CareStop.Pause}) as "EndedOn",
                    (select coalesce(sum(c.cents), 0)::bigint from care_claim_line c where c.assignment_id = a.id and c.is_open) as "Cents"
             from care_assignment a
             cross join lateral (select min(d.began_on) as began_on from care_delivery d where d.assignment_id = a.id and d.removed_by is null) b
             left join lateral (select d.id from care_delivery d where d.assignment_id = a.id and d.removed_by is null order by d.began_on desc limit 1) l on true
             cross join lateral (
                 select case when min(level) = max(level) then min(level) end as level,
                        case when bool_and(with_stay) = bool_or(with_stay) then bool_and(with_stay) end as with_stay
                 from product where care_category = a.category and care_code = a.code) p
             where a.id = any({assignments}) and (b.began_on is not null or exists (select from care_trajectory t where t.id = a.id))
             order by a.id
             """).ToListAsync(ct);
        Guid[] ids = [.. counted.Select(each => each.Id)];
        var known = await db.Set<CareTrajectory>().Where(trajectory => ids.Contains(trajectory.Id)).ToDictionaryAsync(trajectory => trajectory.Id, ct);
        foreach (var each in counted)
        {
            if (!known.TryGetValue(each.Id, out var trajectory))
                db.Add(trajectory = CareTrajectory.Empty(each.Id));
            if (!trajectory.Recount(new(each.Category, each.Code, each.Level, each.WithStay, each.StartedOn, each.EndedOn, each.Cents)))
                continue;
            Activity.Current = cause(each.Id);
            db.Publish(trajectory.ToEvent(keys.ReportingPseudonym(each.ClientId), each.MunicipalityId, now), each.Id.ToString("D"));
        }
    }

    private sealed record Counted(
        Guid Id, Guid ClientId, string MunicipalityId, string Category, string Code, int Level, bool? WithStay, DateOnly? StartedOn, DateOnly? EndedOn, long Cents);
}
