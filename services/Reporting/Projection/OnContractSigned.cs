using Microsoft.EntityFrameworkCore;
using Regio.Messages.Procurement.V1;
using Regio.Reporting.Persistence;

namespace Regio.Reporting.Projection;

/// <summary>Keeps with whom and when a contract was signed, and what it offers unless an addendum has told that already.</summary>
internal sealed class OnContractSigned(ReportingDbContext db) : EventProjection<ContractSigned, ProjectedContract>
{
    public override async Task ApplyAsync(ContractSigned signed, CancellationToken ct)
    {
        var at = signed.OccurredAt.ToUniversalTime();
        await db.Database.ExecuteSqlAsync(
            $"""
             insert into contract (id, provider_id, provider_name, signed_version, signed_at, occurred_at)
             values ({signed.ContractId}, {signed.ProviderId}, {signed.ProviderName}, {signed.AggregateVersion}, {at}, {at})
             on conflict (id) do update set
                 provider_id = excluded.provider_id, provider_name = excluded.provider_name, signed_version = excluded.signed_version,
                 signed_at = excluded.signed_at, occurred_at = greatest(contract.occurred_at, excluded.occurred_at)
             where contract.signed_version is null or contract.signed_version < excluded.signed_version
             """,
            ct);
        await ContractLineEvents.TakeAsync(db, (signed.ContractId, signed.AggregateVersion), (signed.ValidFrom, signed.ValidUntil), signed.Lines, ct);
    }
}
