using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Reporting.Catalogue;
using Regio.Reporting.Persistence;
using Regio.Reporting.Suppression;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Reporting.Computing;

/// <summary>A scenario with what came of it, and the figures that this was told by.</summary>
internal sealed record SavingsView(SavingsScenario Scenario, SeriesView Series, IReadOnlyList<SavingsEffect> Effects);

/// <summary>The measures of an area that are to save, and what came of each.</summary>
internal sealed class ListSavingsScenarios(ReportingDbContext db, FigureSetReader figures, AnalyseSeries analyse)
{
    public async Task<ListSavingsScenariosResponse> RunAsync(ListSavingsScenariosRequest request, Viewer viewer, CancellationToken ct) =>
        new() { Scenarios = { (await ReadAsync(request.AreaId, viewer, ct)).Select(ComputingMapping.ToProto) } };

    /// <summary>By first year and moment of recording, as this viewer may see them.</summary>
    public async Task<IReadOnlyList<SavingsView>> ReadAsync(string areaId, Viewer viewer, CancellationToken ct)
    {
        var scenarios = await db.Set<SavingsScenario>().AsNoTracking().Include(s => s.Expected)
            .Where(s => s.AreaId == areaId).OrderBy(s => s.FirstYear).ThenBy(s => s.RecordedAt).ThenBy(s => s.Id).ToListAsync(ct);
        var series = new Dictionary<string, SeriesView>(StringComparer.Ordinal);
        foreach (var id in scenarios.Select(s => s.Indicator).Distinct(StringComparer.Ordinal))
        {
            var indicator = await figures.DefinitionAsync(id, "area_id", ct);
            series.Add(id, await analyse.AnalyseAsync(indicator, areaId, "", await figures.OfAreaAsync([id], areaId, breakdown: "", viewer, ct), yearsAhead: 0, ct));
        }

        return [.. scenarios.Select(scenario => new SavingsView(scenario, series[scenario.Indicator], scenario.EffectsIn(series[scenario.Indicator])))];
    }
}

internal sealed class ListSavingsScenariosValidator : AbstractValidator<ListSavingsScenariosRequest>
{
    public ListSavingsScenariosValidator() => RuleFor(r => r.AreaId).IsLine(ObservationFieldRules.MostCodeCharacters);
}
