namespace Regio.Reporting.Trajectories;

/// <summary>From when on a trajectory is long, and from how much on it is expensive.</summary>
internal sealed record TrajectoryLimits(int LongMonths, long ExpensiveCents)
{
    public static readonly TrajectoryLimits Usual = new(24, 50_000_00);

    /// <summary>Those that are given; 0: the usual one.</summary>
    public static TrajectoryLimits Of(int longMonths, long expensiveCents) =>
        new(longMonths == 0 ? Usual.LongMonths : longMonths, expensiveCents == 0 ? Usual.ExpensiveCents : expensiveCents);
}
