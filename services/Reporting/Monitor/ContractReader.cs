using Microsoft.EntityFrameworkCore;
using Regio.Reporting.Persistence;
using Regio.Reporting.Projection;

namespace Regio.Reporting.Monitor;

/// <summary>Reads what is contracted for an area on a day: signed contracts and the lines that hold.</summary>
internal sealed class ContractReader(ReportingDbContext db)
{
    /// <param name="areaId">The region, or one municipality.</param>
    /// <param name="day">The day that lines hold on.</param>
    /// <param name="ct">Cancels the question.</param>
    public async Task<ContractsView> ReadAsync(string areaId, DateOnly day, CancellationToken ct)
    {
        var lines = Lines(await BuyersAsync(areaId, day, ct));
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
        var names = await NamesAsync(ct);
        return new ContractsView
        {
            SignedCount = await lines.Select(line => line.Contract.Id).Distinct().CountAsync(ct),
            HoldingCount = await holding.Select(line => line.Contract.Id).Distinct().CountAsync(ct),
            TerminatedCount = await lines.Where(line => line.Contract.EndDate != null).Select(line => line.Contract.Id).Distinct().CountAsync(ct),
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

    /// <summary>Who buys for the area: for a municipality itself and its regions of that day, for the region everybody.</summary>
    private async Task<string[]?> BuyersAsync(string areaId, DateOnly day, CancellationToken ct) =>
        areaId == MonitorArea.Region
            ? null
            : [
                areaId,
                .. await db.Set<ProjectedMembership>()
                    .Where(m => m.MunicipalityId == areaId && m.ValidFrom <= day && (m.ValidUntil == null || m.ValidUntil > day))
                    .Select(m => m.RegionId).ToListAsync(ct),
            ];

    private IQueryable<SignedLineRow> Lines(string[]? buyers) => db.Set<ProjectedContractLine>().AsNoTracking()
        .Where(line => buyers == null || buyers.Contains(line.BuyerId))
        .Join(
            db.Set<ProjectedContract>().Where(contract => contract.SignedVersion != null),
            line => line.ContractId,
            contract => contract.Id,
            (line, contract) => new SignedLineRow { Line = line, Contract = contract });

    private async Task<Dictionary<string, string>> NamesAsync(CancellationToken ct)
    {
        var regions = await db.Set<ProjectedMembership>().Select(m => new { Id = m.RegionId, Name = m.RegionName }).Distinct().ToListAsync(ct);
        var municipalities = await db.Set<ProjectedMunicipality>().Select(m => new { m.Id, m.Name }).ToListAsync(ct);
        return regions.Concat(municipalities).GroupBy(area => area.Id).ToDictionary(area => area.Key, area => area.Min(a => a.Name)!);
    }

    private sealed class SignedLineRow
    {
        public required ProjectedContractLine Line { get; init; }

        public required ProjectedContract Contract { get; init; }
    }
}
