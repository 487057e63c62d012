using System.Globalization;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Reporting.Figures;
using Regio.Reporting.Persistence;
using Regio.Reporting.Suppression;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Time;
using Indicator = Regio.Reporting.Figures.Indicator;
using Observation = Regio.Reporting.Figures.Observation;

namespace Regio.Reporting.Catalogue;

/// <summary>Divides one observation by another.</summary>
internal sealed class ComputeRatio(ReportingDbContext db, ShieldReader shield, TimeProvider time)
{
    public async Task<ComputeRatioResponse> RunAsync(ComputeRatioRequest request, Viewer viewer, CancellationToken ct)
    {
        var above = await FindAsync(request.Numerator, "numerator", viewer, ct);
        var below = await FindAsync(request.Denominator, "denominator", viewer, ct);
        var ratio = Ratio.Of(
            above.Observation,
            await DefinitionAsync(above.Observation.Indicator, "numerator.indicator_id", ct),
            below.Observation,
            await DefinitionAsync(below.Observation.Indicator, "denominator.indicator_id", ct));
        return new ComputeRatioResponse
        {
            Ratio = ratio.ToString(CultureInfo.InvariantCulture),
            Observations = { above.ToProto(), below.ToProto() },
        };
    }

    private async Task<TracedObservation> FindAsync(ObservationKey key, string field, Viewer viewer, CancellationToken ct)
    {
        await db.RequireIndicatorAsync(key.IndicatorId, $"{field}.indicator_id", ct);
        var found = await db.Traced(db.Set<Observation>().Where(o =>
                o.Indicator == key.IndicatorId && o.AreaId == key.AreaId && o.Period == key.Period && o.Breakdown == key.Breakdown))
            .AsNoTracking().SingleOrDefaultAsync(t => t.Current, ct)
            ?? throw new DomainException(RatioRules.ObservationUnknown, await MissingPartAsync(key, field, ct));
        var shown = (await shield.ShieldAsync([found], viewer, ct))[0];
        return ShieldReader.IsHidden(shown.Observation) ? throw new DomainException(SuppressionRules.Hidden, field) : shown;
    }

    /// <summary>The first part of the key that nothing is known of.</summary>
    private async Task<string> MissingPartAsync(ObservationKey key, string field, CancellationToken ct) =>
        await db.Set<Observation>().AnyAsync(o => o.Indicator == key.IndicatorId && o.AreaId == key.AreaId, ct) ? $"{field}.period" : $"{field}.area_id";

    private async Task<Indicator> DefinitionAsync(string id, string field, CancellationToken ct) =>
        await db.Set<Indicator>().AsNoTracking().Holding(time.DutchToday()).SingleOrDefaultAsync(i => i.Id == id, ct)
        ?? throw new DomainException(RatioRules.IndicatorUnknown, field);
}

internal sealed class ComputeRatioValidator : AbstractValidator<ComputeRatioRequest>
{
    public ComputeRatioValidator()
    {
        RuleFor(r => r.Numerator).NotNull().WithMessage("Name an observation.").SetValidator(new ObservationKeyValidator());
        RuleFor(r => r.Denominator).NotNull().WithMessage("Name an observation.").SetValidator(new ObservationKeyValidator());
    }
}
