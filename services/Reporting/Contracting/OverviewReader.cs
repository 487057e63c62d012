using System.Data;
using Microsoft.EntityFrameworkCore;
using Regio.Reporting.Figures;
using Regio.Reporting.Monitor;
using Regio.Reporting.Persistence;
using Regio.Reporting.Projection;
using Regio.ServiceDefaults.Time;

namespace Regio.Reporting.Contracting;

/// <summary>Reads the overview of contracts and ceilings, all of it of the same moment.</summary>
internal sealed class OverviewReader(ReportingDbContext db, BuyerReader buyers, ProgressReader progress)
{
    private static readonly string[] MeetingIsOwed = ["warned", "reached"];

    /// <summary>The overview of an area on a day; null when the area is unknown.</summary>
    public async Task<OverviewView?> ReadAsync(string areaId, DateOnly day, CancellationToken ct)
    {
        await using var moment = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        if (await NameAsync(areaId, ct) is not { } name)
            return null;
        var lines = await LinesAsync(await buyers.OfAreaAsync(areaId, day, ct), day, ct);
        var everything = areaId == MonitorArea.Region;
        var contracts = lines.Select(line => line.Contract.Id).ToHashSet();
        var ceilings = (await CeilingsAsync(day, ct)).Where(ceiling => everything || contracts.Contains(ceiling.ContractId)).ToList();
        var providers = lines.Select(line => line.Contract.ProviderId!.Value).ToHashSet();
        var stops = (await StopsAsync(day, ct)).Where(stop => everything || providers.Contains(stop.ProviderId)).ToList();
        return new OverviewView
        {
            AreaId = areaId,
            AreaName = name,
            Day = day,
            Products = Products(lines, stops, await buyers.NamesAsync(ct)),
            Ceilings = ceilings,
            WithoutCeiling = WithoutCeiling(lines, ceilings),
            Stops = stops,
            LastEventAt = (await progress.ReadAsync(ct)).Single(p => p.Publisher == "procurement").LastEventAt,
        };
    }

    private Task<string?> NameAsync(string areaId, CancellationToken ct) => areaId == MonitorArea.Region
        ? db.Set<Area>().Where(a => a.Id == areaId).Select(a => (string?)a.Name).SingleOrDefaultAsync(ct)
        : db.Set<ProjectedMunicipality>().Where(m => m.Id == areaId).Select(m => (string?)m.Name).SingleOrDefaultAsync(ct);

    private Task<List<HoldingLine>> LinesAsync(string[]? buyerIds, DateOnly day, CancellationToken ct) => db.Set<ProjectedContractLine>().AsNoTracking()
        .Where(line => buyerIds == null || buyerIds.Contains(line.BuyerId))
        .Where(line => line.ValidFrom <= day && (line.ValidUntil == null || line.ValidUntil > day))
        .Join(
            db.Set<ProjectedContract>().Where(contract => contract.SignedVersion != null && (contract.EndDate == null || contract.EndDate > day)),
            line => line.ContractId,
            contract => contract.Id,
            (line, contract) => new HoldingLine(line, contract))
        .ToListAsync(ct);

    private static List<ContractedProduct> Products(
        IEnumerable<HoldingLine> lines, IReadOnlyList<StopInForce> stops, Dictionary<string, string> names) =>
    [
        .. from holding in lines
           let line = holding.Line
           group holding by (line.ProductId, line.Level, ProviderId: holding.Contract.ProviderId!.Value, holding.Contract.ProviderName, line.BuyerId, line.Unit) into same
           orderby same.Key.Level, same.Key.ProductId, same.Key.ProviderName, same.Key.BuyerId, same.Key.Unit, same.Key.ProviderId
           select new ContractedProduct
           {
               ProductId = same.Key.ProductId,
               Level = same.Key.Level,
               ProviderId = same.Key.ProviderId,
               ProviderName = same.Key.ProviderName,
               BuyerId = same.Key.BuyerId,
               BuyerName = names.GetValueOrDefault(same.Key.BuyerId, same.Key.BuyerId),
               Unit = same.Key.Unit,
               Lines = same.Count(),
               LowestTariffCents = same.Min(holding => holding.Line.TariffCents),
               HighestTariffCents = same.Max(holding => holding.Line.TariffCents),
               Until = same.Any(holding => holding.Until is null) ? null : same.Max(holding => holding.Until),
               HasStop = stops.Any(stop => stop.Concerns(same.Key.ProviderId, same.Key.ProductId)),
           },
    ];

    private static List<ContractParty> WithoutCeiling(IEnumerable<HoldingLine> lines, IEnumerable<CeilingUse> ceilings)
    {
        var known = ceilings.Select(ceiling => ceiling.ContractId).ToHashSet();
        return
        [
            .. lines.Select(line => new ContractParty(line.Contract.Id, line.Contract.ProviderId!.Value, line.Contract.ProviderName)).Distinct()
                .Where(contract => !known.Contains(contract.ContractId))
                .OrderBy(contract => contract.ProviderName, StringComparer.Ordinal).ThenBy(contract => contract.ContractId),
        ];
    }

    /// <summary>The ceilings whose period has the day in it, each as it stood at the end of that day.</summary>
    private async Task<List<CeilingUse>> CeilingsAsync(DateOnly day, CancellationToken ct)
    {
        var dayAfter = day.AddDays(1).InDutchTime();
        var told = db.Set<ProjectedCeilingStep>().Where(step => step.OccurredAt < dayAfter);
        var rows = await told.AsNoTracking()
            .Where(step => step.ValidFrom <= day && (step.ValidUntil == null || step.ValidUntil > day))
            .Where(step => !told.Any(later => later.CeilingId == step.CeilingId && later.Version > step.Version))
            .Select(step => new { Step = step, Name = db.Set<ProjectedContract>().Where(c => c.ProviderId == step.ProviderId).Select(c => c.ProviderName).FirstOrDefault() })
            .ToListAsync(ct);
        return
        [
            .. rows.Select(row => new CeilingUse
            {
                CeilingId = row.Step.CeilingId,
                ContractId = row.Step.ContractId,
                ProviderId = row.Step.ProviderId,
                ProviderName = row.Name,
                State = row.Step.State,
                AmountCents = row.Step.AmountCents,
                CountedCents = row.Step.CountedCents,
                From = row.Step.ValidFrom,
                Until = row.Step.ValidUntil,
                MeetingDueOn = row.Step.MeetingDueOn,
                MeetingOverdue = row.Step.MeetingDueOn < day && MeetingIsOwed.Contains(row.Step.State),
                ToldAt = row.Step.OccurredAt,
            }).OrderByDescending(ceiling => ceiling.UsedPercent).ThenBy(ceiling => ceiling.CeilingId),
        ];
    }

    private async Task<List<StopInForce>> StopsAsync(DateOnly day, CancellationToken ct)
    {
        var rows = await db.Set<ProjectedClientStop>().AsNoTracking()
            .Where(stop => stop.ValidFrom <= day && (stop.ValidUntil == null || stop.ValidUntil > day))
            .Select(stop => new { Stop = stop, Name = db.Set<ProjectedContract>().Where(c => c.ProviderId == stop.ProviderId).Select(c => c.ProviderName).FirstOrDefault() })
            .ToListAsync(ct);
        return
        [
            .. rows.Select(row => new StopInForce
            {
                Id = row.Stop.Id,
                ProviderId = row.Stop.ProviderId,
                ProviderName = row.Name,
                ProductId = row.Stop.ProductId,
                IsPartial = row.Stop.IsPartial,
                Declarer = row.Stop.Declarer,
                AnnouncedLate = row.Stop.AnnouncedLate,
                From = row.Stop.ValidFrom,
                Until = row.Stop.ValidUntil,
            }).OrderBy(stop => stop.ProviderName, StringComparer.Ordinal).ThenBy(stop => stop.From).ThenBy(stop => stop.Id),
        ];
    }

    private sealed record HoldingLine(ProjectedContractLine Line, ProjectedContract Contract)
    {
        /// <summary>The end of the line, or of the contract where that comes first.</summary>
        public DateOnly? Until => Contract.EndDate is { } end && (Line.ValidUntil is not { } last || end < last) ? end : Line.ValidUntil;
    }
}
