using Regio.ServiceDefaults.Errors;

namespace Regio.Reporting.Computing;

/// <summary>The rules of computing with figures, each with its reason code.</summary>
internal static class ComputingRules
{
    public static readonly Rule CostWithoutVolume = new(
        "COST_WITHOUT_VOLUME",
        RuleKind.State,
        "There is a cost without a volume: the price would be a division by zero.",
        "Er zijn kosten zonder aantal: de prijs zou een deling door nul zijn.");

    public static readonly Rule FiguresTooLarge = new(
        "FIGURES_TOO_LARGE",
        RuleKind.State,
        "The figures are too large to be explained to the cent: no number of trajectories may be above {most_volume}, no cost or effect above {most_euros} euros.",
        "De cijfers zijn te groot om tot op de cent te verklaren: geen aantal trajecten mag boven {most_volume} liggen, geen bedrag of effect boven {most_euros} euro.");

    public static readonly Rule BreakBetween = new(
        "SERIES_BREAK_BETWEEN",
        RuleKind.State,
        "Between the two periods the series was broken on {day}: they do not count the same.",
        "Tussen de twee perioden ligt een reeksbreuk op {day}: zij tellen niet hetzelfde.");

    public static readonly Rule BoundsReversed = new(
        "TARGET_BOUNDS_REVERSED",
        RuleKind.Invalid,
        "Green is the better bound and amber the worse one.",
        "Groen is de betere grens en oranje de slechtere.");

    public static readonly Rule TargetInThePast = new(
        "TARGET_IN_THE_PAST",
        RuleKind.State,
        "A target holds from today or later: what was judged stays as it was.",
        "Een streefwaarde geldt op zijn vroegst vanaf vandaag: wat beoordeeld is, blijft zoals het was.");

    public static readonly Rule LaterTarget = new(
        "LATER_TARGET_EXISTS",
        RuleKind.State,
        "A target that holds from {day} has been set already.",
        "Er is al een streefwaarde die geldt vanaf {day}.");

    /// <summary>Constraints of the database that stand for a rule.</summary>
    public static readonly ConstraintRule[] Constraints = [new("ex_indicator_target_one_per_day", LaterTarget, "target.period.start_date")];
}
