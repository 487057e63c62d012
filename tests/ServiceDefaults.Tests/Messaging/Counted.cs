namespace Regio.ServiceDefaults.Tests.Messaging;

/// <summary>The event of the tests. Aggregate: the counter, which is also its lane.</summary>
public sealed record Counted
{
    public required string CounterId { get; init; }

    public required long AggregateVersion { get; init; }

    public DateOnly Day { get; init; } = new(2025, 1, 31);

    public IReadOnlyList<decimal> Weights { get; init; } = [1.10m, 2.125m];
}
