using FluentValidation;
using Regio.Reporting.Catalogue;
using Regio.Reporting.Figures;
using Regio.Reporting.Suppression;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc;
using Observation = Regio.Reporting.Figures.Observation;

namespace Regio.Reporting.Computing;

/// <summary>Explains a difference in the cost of trajectories by price, volume and their interaction.</summary>
internal sealed class ExplainCost(FigureSetReader figures)
{
    public const string Volume = "trajectories";
    public const string Cost = "trajectory-cost";

    private const string Level = "niveau=";

    public async Task<ExplainCostResponse> RunAsync(ExplainCostRequest request, Viewer viewer, CancellationToken ct) =>
        (await ExplainAsync(request.AreaId, request.FromPeriod, request.ToPeriod, viewer, ct)).ToProto();

    public async Task<CostExplanation> ExplainAsync(string areaId, string from, string to, Viewer viewer, CancellationToken ct)
    {
        var all = await figures.OfAreaAsync([Volume, Cost], areaId, viewer, ct);
        FigureSetReader.RequireAny(all);
        if (Series.Between(from, to, await figures.BreaksAsync([Volume, Cost], ct)) is { } cut)
            throw new DomainException(ComputingRules.BreakBetween, "from_period", new Dictionary<string, string> { ["day"] = $"{cut.Day:yyyy-MM-dd}" });
        var of = all.Where(o => o.Period == from || o.Period == to).ToList();
        foreach (var (period, field) in new[] { (from, "from_period"), (to, "to_period") })
            FigureSetReader.RequireAny([.. of.Where(o => o.Period == period)], field);
        return new CostExplanation(areaId, from, to, [.. Breakdowns(of).Select(breakdown => Part(of, from, to, breakdown))]);
    }

    /// <summary>By level, where every level may be seen; otherwise as a whole.</summary>
    private static IReadOnlyList<string> Breakdowns(IReadOnlyList<Observation> figures)
    {
        var levels = figures.Where(o => o.Breakdown.StartsWith(Level, StringComparison.Ordinal) && !o.Breakdown.Contains(';', StringComparison.Ordinal)).ToList();
        return levels.Count > 0 && levels.TrueForAll(o => o.ValueNumeric is not null)
            ? [.. levels.Select(o => o.Breakdown).Distinct().Order(StringComparer.Ordinal)]
            : [""];
    }

    private static CostPart Part(IReadOnlyList<Observation> figures, string from, string to, string breakdown)
    {
        var (before, after) = (In(figures, from, breakdown), In(figures, to, breakdown));
        return new(breakdown, before, after, PriceVolume.Between(before, after));
    }

    private static Delivered In(IReadOnlyList<Observation> figures, string period, string breakdown) =>
        Delivered.Of(Number(figures, Volume, period, breakdown), Number(figures, Cost, period, breakdown));

    /// <summary>Nothing told of a level is none of it; of the whole it is unknown.</summary>
    private static decimal Number(IReadOnlyList<Observation> figures, string indicator, string period, string breakdown)
    {
        var figure = figures.SingleOrDefault(o => o.Indicator == indicator && o.Period == period && o.Breakdown == breakdown);
        if (figure is null)
            return breakdown.Length > 0 ? 0 : throw new DomainException(RatioRules.ObservationUnknown, "from_period");
        return figure.ValueNumeric ?? throw new DomainException(ShieldReader.IsHidden(figure) ? SuppressionRules.Hidden : RatioRules.NotACount, "area_id", new Dictionary<string, string>
        {
            ["value"] = figure.Value,
        });
    }
}

internal sealed class ExplainCostValidator : AbstractValidator<ExplainCostRequest>
{
    public ExplainCostValidator()
    {
        RuleFor(r => r.AreaId).IsLine(ObservationFieldRules.MostCodeCharacters);
        RuleFor(r => r.FromPeriod).IsLine(ObservationFieldRules.MostCodeCharacters);
        RuleFor(r => r.ToPeriod).IsLine(ObservationFieldRules.MostCodeCharacters)
            .Must((r, to) => string.CompareOrdinal(r.FromPeriod, to) < 0).WithMessage("Give a period after the first one.");
    }
}
