using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Reporting.Catalogue;
using Regio.Reporting.Persistence;
using Regio.Reporting.Suppression;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Time;

namespace Regio.Reporting.Computing;

/// <summary>Tells where a series of an area goes, what the coming years may bring, and how its latest year is judged.</summary>
internal sealed class AnalyseSeries(FigureSetReader figures, ReportingDbContext db, TimeProvider time)
{
    public const int MostYearsAhead = 5;

    public async Task<AnalyseSeriesResponse> RunAsync(AnalyseSeriesRequest request, Viewer viewer, CancellationToken ct)
    {
        var indicator = await figures.DefinitionAsync(request.IndicatorId, "indicator_id", ct);
        var all = await figures.OfAreaAsync([indicator.Id], request.AreaId, request.Breakdown, viewer, ct);
        FigureSetReader.RequireAny(all);
        return (await AnalyseAsync(indicator, request.AreaId, request.Breakdown, all, request.YearsAhead, ct)).ToProto();
    }

    public async Task<SeriesView> AnalyseAsync(
        Figures.Indicator indicator, string areaId, string breakdown, IReadOnlyList<Figures.Observation> all, int yearsAhead, CancellationToken ct)
    {
        var breaks = await figures.BreaksAsync([indicator.Id], ct);
        var segments = Series.Cut(Series.Years(all), breaks);
        var hidden = all.Where(ShieldReader.IsHidden).Select(o => o.Period).ToList();
        var targets = await db.Set<IndicatorTarget>().AsNoTracking().Where(t => t.Indicator == indicator.Id).ToListAsync(ct);
        return new SeriesView
        {
            Indicator = indicator,
            AreaId = areaId,
            Breakdown = breakdown,
            Segments = segments,
            HiddenPeriods = hidden,
            Breaks = breaks,
            Forecast = segments.Count == 0 || hidden.Count > 0 ? null : Forecast.Of(segments[^1], yearsAhead, indicator.Signed),
            Target = IndicatorTarget.For(targets, indicator.Id, areaId, time.DutchToday()),
        };
    }
}

internal sealed class AnalyseSeriesValidator : AbstractValidator<AnalyseSeriesRequest>
{
    public AnalyseSeriesValidator()
    {
        RuleFor(r => r.IndicatorId).IsLine(ObservationFieldRules.MostCodeCharacters);
        RuleFor(r => r.AreaId).IsLine(ObservationFieldRules.MostCodeCharacters);
        RuleFor(r => r.Breakdown).IsLineOrEmpty(ObservationFieldRules.MostCodeCharacters);
        RuleFor(r => r.YearsAhead).InclusiveBetween(0, AnalyseSeries.MostYearsAhead);
    }
}
