namespace Regio.Benchmarks.Load;

/// <summary>One side of a comparison: works for a while and says how many operations a second it did.</summary>
internal sealed record Contender(string Name, Func<TimeSpan, CancellationToken, Task<double>> RunAsync);

/// <summary>What came out: the medians of both sides, over rounds that took turns.</summary>
internal sealed record Outcome(string Row, string Unit, string Subject, string Reference, double SubjectMedian, double ReferenceMedian, double Target)
{
    public double Ratio => SubjectMedian / ReferenceMedian;

    public bool IsReached => Ratio >= Target;
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

        return (Median(ours), Median(theirs));
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
