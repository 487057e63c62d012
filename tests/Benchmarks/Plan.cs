namespace Regio.Benchmarks;

/// <summary>How long and how often; the quick form only shows that the harness works.</summary>
internal sealed record Plan(string Name, TimeSpan WarmUp, TimeSpan Round, int Rounds)
{
    /// <summary>Callers at the same time, on one connection.</summary>
    public const int Concurrency = 32;

    public static readonly Plan Full = new("full", TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(5), 5);

    public static readonly Plan Quick = new("quick", TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(1.5), 3) { Events = 30, Calls = 10_000, Figures = 20_000, ManyFigures = 300_000, MessageBytes = 50_000_000, CareClients = 100, Trajectories = 50_000 };

    /// <summary>The whole country over ten years: takes an hour and 20 GB of disk.</summary>
    public static readonly Plan Scale = Full with { Name = "scale", Rounds = 3, Figures = 500_000, ManyFigures = 20_000_000, Trajectories = 5_000_000 };

    /// <summary>Events that are followed one after another.</summary>
    public int Events { get; private init; } = 300;

    /// <summary>Calls after which memory is compared with what it was after <see cref="FirstCalls"/>.</summary>
    public int Calls { get; private init; } = 100_000;

    /// <summary>Lines of a file that is read in.</summary>
    public int Figures { get; private init; } = 200_000;

    /// <summary>Figures in a table that is large.</summary>
    public int ManyFigures { get; private init; } = 4_000_000;

    /// <summary>Trajectories of which a year is asked.</summary>
    public int Trajectories { get; private init; } = 500_000;

    /// <summary>Size of a message that does not fit into memory as a whole.</summary>
    public long MessageBytes { get; private init; } = 500_000_000;

    /// <summary>Made-up clients whose messages are taken in.</summary>
    public int CareClients { get; private init; } = 12_000;

    public const int FirstCalls = 1_000;
}
