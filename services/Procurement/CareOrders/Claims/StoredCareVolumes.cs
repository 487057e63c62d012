using Microsoft.EntityFrameworkCore;
using Regio.Procurement.CareOrders.Assignments;
using Regio.Procurement.Persistence;

namespace Regio.Procurement.CareOrders.Claims;

/// <summary>Counts price and quantity anew where a claim touched them, and tells reporting. Between two sides one claim counts at a time.</summary>
internal sealed class StoredCareVolumes(ProcurementDbContext db)
{
    /// <summary>Counts each product, unit and month that a claim touches from all its open lines, so that nothing counts twice and a credit takes off.</summary>
    public async Task CountAsync(CareSides sides, CareArrival arrival, CancellationToken ct)
    {
        var sums = await db.Database.SqlQuery<Sum>(
            $"""
             select t.category as "Category", t.code as "Code", t.unit as "Unit", t.month as "Month",
                    coalesce(sum(l.volume), 0)::bigint as "Volume", coalesce(sum(l.cents), 0)::bigint as "Cents", count(distinct a.client_id)::int as "Clients"
             from (
                 select distinct category, code, unit, date_trunc('month', starts_on)::date as month
                 from care_claim_line where claim_id = {arrival.MessageId}) t
             left join care_claim_line l
                 on l.is_open and l.provider_agb_code = {sides.ProviderAgbCode} and l.municipality_id = {sides.MunicipalityId}
                 and (l.category, l.code, l.unit) = (t.category, t.code, t.unit) and l.starts_on >= t.month and l.starts_on < t.month + interval '1 month'
             left join care_assignment a on a.id = l.assignment_id
             group by 1, 2, 3, 4
             order by 1, 2, 3, 4
             """).ToListAsync(ct);
        DateOnly[] months = [.. sums.Select(sum => sum.Month).Distinct()];
        var known = await db.Set<CareVolume>()
            .Where(volume => volume.ProviderAgbCode == sides.ProviderAgbCode && volume.MunicipalityId == sides.MunicipalityId && months.Contains(volume.Month))
            .ToDictionaryAsync(volume => volume.Key, ct);
        foreach (var sum in sums)
        {
            var key = new VolumeKey(sum.Category, sum.Code, sum.Unit, sum.Month);
            if (!known.TryGetValue(key, out var volume))
                db.Add(volume = CareVolume.Empty(Guid.CreateVersion7(arrival.At), sides, key));
            if (volume.Recount(sum.Volume, sum.Cents, sum.Clients))
                db.Publish(volume.ToEvent(arrival.At), volume.Id.ToString("D"));
        }
    }

    private sealed record Sum(string Category, string Code, string Unit, DateOnly Month, long Volume, long Cents, int Clients);
}
