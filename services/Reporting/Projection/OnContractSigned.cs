using Microsoft.EntityFrameworkCore;
using Regio.Messages.Procurement.V1;
using Regio.Reporting.Persistence;

namespace Regio.Reporting.Projection;

/// <summary>Keeps what a signed contract offers; the event is whole, so the newest replaces the rest.</summary>
internal sealed class OnContractSigned(ReportingDbContext db) : EventProjection<ContractSigned, ProjectedContract>
{
    public override async Task ApplyAsync(ContractSigned signed, CancellationToken ct)
    {
        if (!await TakeVersionAsync(signed, ct))
            return;
        await db.Set<ProjectedContractLine>().Where(line => line.ContractId == signed.ContractId).ExecuteDeleteAsync(ct);
        db.AddRange(signed.Lines.Select(line => new ProjectedContractLine
        {
            ContractId = signed.ContractId,
            LineId = line.LineId,
            ProductId = line.ProductId,
            Level = line.Level,
            BuyerId = line.BuyerId,
            TariffCents = line.TariffCents,
            Unit = line.Unit,
            ScaleException = line.ScaleException,
            ValidFrom = line.ValidFrom,
            ValidUntil = line.ValidUntil,
        }));
    }

    private async Task<bool> TakeVersionAsync(ContractSigned signed, CancellationToken ct) =>
        await db.Database.ExecuteSqlAsync(
            $"""
             insert into contract (id, provider_id, provider_name, signed_version, occurred_at)
             values ({signed.ContractId}, {signed.ProviderId}, {signed.ProviderName}, {signed.AggregateVersion}, {signed.OccurredAt.ToUniversalTime()})
             on conflict (id) do update set
                 provider_id = excluded.provider_id, provider_name = excluded.provider_name,
                 signed_version = excluded.signed_version, occurred_at = greatest(contract.occurred_at, excluded.occurred_at)
             where contract.signed_version is null or contract.signed_version < excluded.signed_version
             """,
            ct) == 1;
}
