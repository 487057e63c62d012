using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Funds;
using Regio.Municipalities.Goals;
using Regio.Municipalities.HourClaims;
using Regio.Municipalities.Persistence;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Municipalities.ReferenceData;

/// <summary>Tells, once, of funds, claims of hours and goals that were recorded before there were events of them: readers would miss them until they change.</summary>
internal sealed class EarlierFactsLoader(TimeProvider time) : IReferenceDataLoader<MunicipalitiesDbContext>
{
    public async Task LoadAsync(MunicipalitiesDbContext db, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var now = time.StorableNow();
        var funds = await db.Database.SqlQuery<Guid>(
            $"""select it.id as "Value" from fund it where not exists (select from outbox_message told where told.is_event and told.lane = it.id::text)""").ToListAsync(ct);
        foreach (var fund in await db.Set<Fund>().Where(f => funds.Contains(f.Id)).WithParts().ToListAsync(ct))
            db.Publish(FundEvents.Changed(fund, now), fund.Id.ToString("D"));
        var claims = await db.Database.SqlQuery<Guid>(
            $"""select it.id as "Value" from hour_claim it where not exists (select from outbox_message told where told.is_event and told.lane = it.id::text)""").ToListAsync(ct);
        foreach (var claim in await db.Set<HourClaim>().Where(c => claims.Contains(c.Id)).ToListAsync(ct))
            db.Publish(HourClaimEvents.Changed(claim, now), claim.Id.ToString("D"));
        var nodes = await db.Database.SqlQuery<Guid>(
            $"""select it.id as "Value" from goal_node it where not exists (select from outbox_message told where told.is_event and told.lane = it.id::text)""").ToListAsync(ct);
        foreach (var node in await db.Set<GoalNode>().Where(n => nodes.Contains(n.Id)).ToListAsync(ct))
            db.Publish(GoalEvents.Changed(node, now), node.Id.ToString("D"));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }
}
