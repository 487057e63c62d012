using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Reporting.Computing;

/// <summary>How a figure is judged.</summary>
internal enum Light
{
    Unknown,
    Green,
    Amber,
    Red,
}

/// <summary>What is aimed at with an indicator in a period, and from where on it is not good enough. A later one takes its place.</summary>
internal sealed class IndicatorTarget
{
    public required Guid Id { get; init; }

    public required string Indicator { get; init; }

    /// <summary>The area it is for; empty: every area without one of its own.</summary>
    public required string AreaId { get; init; }

    public required Validity Validity { get; set; }

    /// <summary>Whether more is better.</summary>
    public required bool HigherIsBetter { get; init; }

    /// <summary>Up to here, or from here on where more is better, it is green.</summary>
    public required decimal Green { get; init; }

    /// <summary>Up to here, or from here on, it is amber; beyond it is red.</summary>
    public required decimal Amber { get; init; }

    /// <summary>The goal that it stands for, in Dutch.</summary>
    public required string Goal { get; init; }

    public required Source Source { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required string RecordedBy { get; init; }

    /// <summary>The light of a value; what is not known has none.</summary>
    public Light LightOf(decimal? value) => value switch
    {
        null => Light.Unknown,
        { } known when (HigherIsBetter ? known >= Green : known <= Green) => Light.Green,
        { } known when (HigherIsBetter ? known >= Amber : known <= Amber) => Light.Amber,
        _ => Light.Red,
    };

    /// <summary>The target of an area on a day: its own before that of every area.</summary>
    public static IndicatorTarget? For(IEnumerable<IndicatorTarget> targets, string indicator, string areaId, DateOnly day) => targets
        .Where(target => target.Indicator == indicator && (target.AreaId == areaId || target.AreaId.Length == 0) && target.Validity.Contains(day))
        .MaxBy(target => target.AreaId.Length);

    /// <summary>Ends the target that this one takes the place of.</summary>
    public void TakePlaceAmong(IEnumerable<IndicatorTarget> sameAim, DateOnly today)
    {
        if (HigherIsBetter ? Green < Amber : Green > Amber)
            throw new DomainException(ComputingRules.BoundsReversed, "target.green");
        if (Validity.From < today)
            throw new DomainException(ComputingRules.TargetInThePast, "target.period.start_date");
        foreach (var other in sameAim.Where(other => other.Validity.Overlaps(Validity)))
        {
            if (other.Validity.From >= Validity.From)
                throw new DomainException(ComputingRules.LaterTarget, "target.period.start_date", new Dictionary<string, string> { ["day"] = $"{other.Validity.From:yyyy-MM-dd}" });
            other.Validity = new Validity(other.Validity.From, Validity.From);
        }
    }
}
