using Microsoft.EntityFrameworkCore;
using Regio.Messages.Procurement.V1;
using Regio.Reporting.Persistence;

namespace Regio.Reporting.Projection;

/// <summary>The lines of a contract and its period, told whole by its signature and by each addendum: the newest counts.</summary>
internal static class ContractLineEvents
{
    /// <summary>Takes what an event tells, unless a newer one has told it. The contract has its row already.</summary>
    public static async Task TakeAsync(
        ReportingDbContext db, (Guid Id, long Version) contract, (DateOnly From, DateOnly? Until) period, IEnumerable<SignedLine> lines, CancellationToken ct)
    {
        var taken = await db.Database.ExecuteSqlAsync(
            $"""
             update contract set lines_version = {contract.Version}, valid_from = {period.From}, valid_until = {period.Until}
             where id = {contract.Id} and (lines_version is null or lines_version < {contract.Version})
             """,
            ct);
        if (taken == 0)
            return;
        await db.Set<ProjectedContractLine>().Where(line => line.ContractId == contract.Id).ExecuteDeleteAsync(ct);
        db.AddRange(lines.Select(line => Row(contract.Id, line)));
    }

    private static ProjectedContractLine Row(Guid contractId, SignedLine line) => new()
    {
        ContractId = contractId,
        LineId = line.LineId,
        ProductId = line.ProductId,
        Level = line.Level,
        BuyerId = line.BuyerId,
        TariffCents = line.TariffCents,
        Unit = line.Unit,
        ScaleException = line.ScaleException,
        ValidFrom = line.ValidFrom,
        ValidUntil = line.ValidUntil,
    };
}
