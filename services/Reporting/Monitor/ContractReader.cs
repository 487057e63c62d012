using Microsoft.EntityFrameworkCore;
using Regio.Reporting.Persistence;
using Regio.Reporting.Projection;
using Regio.ServiceDefaults.Time;

namespace Regio.Reporting.Monitor;

/// <summary>Reads what is contracted for an area on a day: contracts signed by then and the lines that hold.</summary>
internal sealed class ContractReader(ReportingDbContext db, BuyerReader buyers)
{
    /// <param name="areaId">The region, or one municipality.</param>
    /// <param name="day">The day that it is read as of.</param>
    /// <param name="ct">Cancels the question.</param>
    public async Task<ContractsView> ReadAsync(string areaId, DateOnly day, CancellationToken ct)
    {
        var lines = Lines(await buyers.OfAreaAsync(areaId, day, ct));
        var dayAfter = day.AddDays(1).InDutchTime();
        var holding = lines.Where(line =>
            line.Line.ValidFrom <= day && (line.Line.ValidUntil == null || line.Line.ValidUntil > day)
            && (line.Contract.EndDate == null || line.Contract.EndDate > day));
        var rows = await holding
            .GroupBy(line => new { line.Line.BuyerId, line.Line.Level, line.Line.Unit })
            .Select(group => new
            {
                group.Key.BuyerId,
                group.Key.Level,
                group.Key.Unit,
                Contracts = group.Select(line => line.Contract.Id).Distinct().Count(),
                Providers = group.Select(line => line.Contract.ProviderId).Distinct().Count(),
                Lines = group.Count(),
                Exceptions = group.Count(line => line.Line.ScaleException != null),
                Lowest = group.Min(line => line.Line.TariffCents),
                Highest = group.Max(line => line.Line.TariffCents),
            })
            .OrderBy(row => row.BuyerId).ThenBy(row => row.Level).ThenBy(row => row.Unit)
            .ToListAsync(ct);
        var names = await buyers.NamesAsync(ct);
        return new ContractsView
        {
            SignedCount = await lines.Where(line => line.Contract.SignedAt == null || line.Contract.SignedAt < dayAfter).Select(line => line.Contract.Id).Distinct().CountAsync(ct),
            HoldingCount = await holding.Select(line => line.Contract.Id).Distinct().CountAsync(ct),
            TerminatedCount = await lines.Where(line => line.Contract.EndDate <= day).Select(line => line.Contract.Id).Distinct().CountAsync(ct),
            Rows =
            [
                .. rows.Select(row => new ContractRowView
                {
                    BuyerId = row.BuyerId,
                    BuyerName = names.GetValueOrDefault(row.BuyerId, row.BuyerId),
                    Level = row.Level,
                    Unit = row.Unit,
                    Contracts = row.Contracts,
                    Providers = row.Providers,
                    Lines = row.Lines,
                    Exceptions = row.Exceptions,
                    LowestTariffCents = row.Lowest,
                    HighestTariffCents = row.Highest,
                }),
            ],
        };
    }

    private IQueryable<SignedLineRow> Lines(string[]? buyerIds) => db.Set<ProjectedContractLine>().AsNoTracking()
        .Where(line => buyerIds == null || buyerIds.Contains(line.BuyerId))
        .Join(
            db.Set<ProjectedContract>().Where(contract => contract.SignedVersion != null),
            line => line.ContractId,
            contract => contract.Id,
            (line, contract) => new SignedLineRow { Line = line, Contract = contract });

    private sealed class SignedLineRow
    {
        public required ProjectedContractLine Line { get; init; }

        public required ProjectedContract Contract { get; init; }
    }
}
