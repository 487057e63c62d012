using Microsoft.EntityFrameworkCore;
using Regio.Reporting.Computing;
using Regio.Reporting.Figures;
using Regio.Reporting.Monitor;
using Regio.Reporting.Persistence;
using Regio.Reporting.Rounds;
using Regio.Reporting.Suppression;
using Regio.ServiceDefaults.Errors;

namespace Regio.Reporting.Reports;

/// <summary>Reads what a council report is made of, as anybody may see it.</summary>
internal sealed class CouncilFiguresReader(ReportingDbContext db, MonitorReader monitor, AnalysisReader analysis, FigureSetReader figures, RoundReader rounds)
{
    private static readonly string[] LargerAreas = ["PV22", "JHRD", "NL01"];

    public async Task<CouncilFigures> ReadAsync(string municipalityId, CancellationToken ct)
    {
        var view = await monitor.ReadAsync(municipalityId, maxAllocations: 0, Viewer.Anybody, ct) ?? throw Unknown(municipalityId);
        var computed = await analysis.ReadAsync(municipalityId, ct) ?? throw Unknown(municipalityId);
        var indicators = await db.Set<Indicator>().Select(i => i.Id).Distinct().ToListAsync(ct);
        var all = new List<Observation>();
        foreach (var area in LargerAreas.Prepend(municipalityId))
            all.AddRange(await figures.OfAreaAsync(indicators, area, Viewer.Anybody, ct));
        return new CouncilFigures(view, computed, all, await rounds.OfMunicipalityAsync(municipalityId, ct));
    }

    private static DomainException Unknown(string municipalityId) =>
        new(ReportRules.MunicipalityUnknown, "municipality_ids", new Dictionary<string, string> { ["id"] = municipalityId });
}
