namespace Regio.Benchmarks.Load;

/// <summary>One side of a comparison: works for a while and says how many operations a second it did.</summary>
internal sealed record Contender(string Name, Func<TimeSpan, CancellationToken, Task<double>> RunAsync);

/// <summary>What a ratio is allowed to be.</summary>
internal sealed record Bound(double Limit, bool IsFloor)
{
    public static Bound AtLeast(double limit) => new(limit, IsFloor: true);

    public static Bound AtMost(double limit) => new(limit, IsFloor: false);

    public bool Holds(double ratio) => IsFloor ? ratio >= Limit : ratio <= Limit;
}

/// <summary>What came out of one comparison.</summary>
internal sealed record Outcome(string Row, string Unit, string Subject, string Reference, double Ours, double Theirs, Bound Bound)
{
    public double Ratio => Ours / Theirs;

    public bool IsReached => Bound.Holds(Ratio);
}

internal static class Duel
{
    /// <summary>Warms both up, then lets them take turns: a machine that gets slower meanwhile does so for both.</summary>
    public static async Task<(double Subject, double Reference)> RunAsync(
        Contender subject, Contender reference, Plan plan, CancellationToken cancellationToken)
    {
        Console.WriteLine($"  warming up, {plan.WarmUp.TotalSeconds:0.#} s each");
        await subject.RunAsync(plan.WarmUp, cancellationToken);
        await reference.RunAsync(plan.WarmUp, cancellationToken);

        var (ours, theirs) = (new List<double>(), new List<double>());
        for (var round = 1; round <= plan.Rounds; round++)
        {
            ours.Add(await subject.RunAsync(plan.Round, cancellationToken));
            theirs.Add(await reference.RunAsync(plan.Round, cancellationToken));
            Console.WriteLine($"  round {round} of {plan.Rounds}: {subject.Name} {ours[^1]:N0}, {reference.Name} {theirs[^1]:N0}");
        }

        return (Quantile.Of(ours, 0.5), Quantile.Of(theirs, 0.5));
    }
}

internal static class Quantile
{
    /// <summary>The value below which a share of the values lies.</summary>
    public static double Of(IReadOnlyCollection<double> values, double share) =>
        values.Order().ElementAt((int)Math.Min(values.Count - 1, values.Count * share));
}
