using Microsoft.EntityFrameworkCore;
using Regio.Messages.Procurement.V1;
using Regio.Reporting.Persistence;

namespace Regio.Reporting.Projection;

/// <summary>Keeps the lines and the period of a contract as its addendum leaves them, also when its signature is not known yet.</summary>
internal sealed class OnContractAmended(ReportingDbContext db) : EventProjection<ContractAmended, ProjectedContract>
{
    public override async Task ApplyAsync(ContractAmended amended, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync(
            $"""
             insert into contract (id, provider_name, occurred_at)
             values ({amended.ContractId}, '', {amended.OccurredAt.ToUniversalTime()})
             on conflict (id) do update set occurred_at = greatest(contract.occurred_at, excluded.occurred_at)
             """,
            ct);
        await ContractLineEvents.TakeAsync(db, (amended.ContractId, amended.AggregateVersion), (amended.ValidFrom, amended.ValidUntil), amended.Lines, ct);
    }
}
