using Microsoft.EntityFrameworkCore;
using Regio.Messages.Procurement.V1;
using Regio.Reporting.Persistence;

namespace Regio.Reporting.Projection;

/// <summary>Keeps when a contract ended early, also when its signature is not known yet.</summary>
internal sealed class OnContractTerminated(ReportingDbContext db) : EventProjection<ContractTerminated, ProjectedContract>
{
    public override Task ApplyAsync(ContractTerminated terminated, CancellationToken ct) => db.Database.ExecuteSqlAsync(
        $"""
         insert into contract (id, provider_name, terminated_version, end_date, occurred_at)
         values ({terminated.ContractId}, '', {terminated.AggregateVersion}, {terminated.EndDate}, {terminated.OccurredAt.ToUniversalTime()})
         on conflict (id) do update set
             terminated_version = excluded.terminated_version, end_date = excluded.end_date,
             occurred_at = greatest(contract.occurred_at, excluded.occurred_at)
         where contract.terminated_version is null or contract.terminated_version < excluded.terminated_version
         """,
        ct);
}
