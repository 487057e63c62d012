namespace Regio.Benchmarks;

/// <summary>How long and how often; the quick form only shows that the harness works.</summary>
internal sealed record Plan(string Name, TimeSpan WarmUp, TimeSpan Round, int Rounds)
{
    /// <summary>Callers at the same time, on one connection.</summary>
    public const int Concurrency = 32;

    public static readonly Plan Full = new("full", TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(5), 5);

    public static readonly Plan Quick = new("quick", TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(1.5), 3);
}
