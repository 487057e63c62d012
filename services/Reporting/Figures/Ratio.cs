using Regio.ServiceDefaults.Errors;

namespace Regio.Reporting.Figures;

/// <summary>Divides one observation by another, where they may be divided at all.</summary>
internal static class Ratio
{
    private const int Decimals = 6;

    /// <summary>The quotient, rounded half away from zero.</summary>
    public static decimal Of(Observation numerator, Indicator above, Observation denominator, Indicator below)
    {
        RequireCount(numerator, "numerator");
        RequireCount(denominator, "denominator");
        if (numerator.Period != denominator.Period)
            throw Broken(RatioRules.PeriodsDiffer, "denominator.period", ("numerator", numerator.Period), ("denominator", denominator.Period));
        if (above.AgeGroup != below.AgeGroup)
            throw Broken(RatioRules.AgeGroupsDiffer, "denominator", ("numerator", Named(above.AgeGroup)), ("denominator", Named(below.AgeGroup)));
        if (denominator.ValueNumeric == 0)
            throw new DomainException(RatioRules.DenominatorZero, "denominator");
        return Math.Round(numerator.ValueNumeric!.Value / denominator.ValueNumeric!.Value, Decimals, MidpointRounding.AwayFromZero);
    }

    private static void RequireCount(Observation observation, string field)
    {
        if (observation.ValueNumeric is null || observation.Unit is "percent" or "one-in")
            throw Broken(RatioRules.NotACount, field, ("value", observation.Value), ("unit", observation.Unit));
    }

    private static string Named(string ageGroup) => ageGroup.Length == 0 ? "none" : ageGroup;

    private static DomainException Broken(Rule rule, string field, params (string Name, string Value)[] values) =>
        new(rule, field, values.ToDictionary(v => v.Name, v => v.Value));
}
