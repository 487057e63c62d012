using Regio.Reporting.Computing;
using Regio.Reporting.Figures;
using Regio.Reporting.Monitor;
using Regio.Reporting.Pages;
using Regio.Reporting.Rounds;
using Regio.Reporting.Suppression;
using Regio.ServiceDefaults.Errors;

namespace Regio.Reporting.Reports;

/// <summary>Reads what a council report is made of, as anybody may see it.</summary>
internal sealed class CouncilFiguresReader(MonitorReader monitor, AnalysisReader analysis, FigureSetReader figures, RoundReader rounds)
{
    private static readonly string[] LargerAreas = ["PV22", "JHRD", "NL01"];

    public async Task<CouncilFigures> ReadAsync(string municipalityId, CancellationToken ct)
    {
        var view = await monitor.WithoutFiguresAsync(municipalityId, Viewer.Anybody, ct) ?? throw Unknown(municipalityId);
        var computed = await analysis.ReadAsync(municipalityId, ct) ?? throw Unknown(municipalityId);
        return new CouncilFigures(view, computed, await FiguresAsync(municipalityId, ct), await rounds.OfMunicipalityAsync(municipalityId, ct));
    }

    /// <summary>
    /// What the report shows and what it says is not known. A municipality may have tens of thousands of figures; each of
    /// the two questions has an index that leads to the few.
    /// </summary>
    private async Task<IReadOnlyList<Observation>> FiguresAsync(string municipalityId, CancellationToken ct)
    {
        string[] areas = [municipalityId, .. LargerAreas];
        var shown = await figures.WhereAsync(o => CouncilText.Indicators.Contains(o.Indicator) && areas.Contains(o.AreaId), Viewer.Anybody, ct);
        var unknown = await figures.WhereAsync(o => o.ValueNumeric == null && o.Value == Dutch.Unknown && areas.Contains(o.AreaId), Viewer.Anybody, ct);
        return
        [
            .. shown.Concat(unknown).Distinct()
                .OrderBy(o => Array.IndexOf(areas, o.AreaId)).ThenBy(o => o.Indicator, StringComparer.Ordinal)
                .ThenBy(o => o.Period, StringComparer.Ordinal).ThenBy(o => o.Breakdown, StringComparer.Ordinal),
        ];
    }

    private static DomainException Unknown(string municipalityId) =>
        new(ReportRules.MunicipalityUnknown, "municipality_ids", new Dictionary<string, string> { ["id"] = municipalityId });
}
