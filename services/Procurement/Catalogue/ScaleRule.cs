using Regio.ServiceDefaults.Facts;

namespace Regio.Procurement.Catalogue;

/// <summary>A level of intervention (interventieniveau), 1 to 8.</summary>
internal sealed record InterventionLevel
{
    public required int Level { get; init; }

    public required string Name { get; init; }

    public required Source Source { get; init; }
}

/// <summary>
/// On which scale a product, or all products of a range of levels, is bought in a period; and apart from that, who
/// executes it. No two rules for one product or for one level hold on one day.
/// </summary>
internal sealed record ScaleRule
{
    public required Guid Id { get; init; }

    /// <summary>The product; null when the rule is for levels.</summary>
    public required string? ProductId { get; init; }

    public required int? LevelFrom { get; init; }

    public required int? LevelTo { get; init; }

    public required Scale Scale { get; init; }

    public required string Executor { get; init; }

    public required Validity Validity { get; init; }

    public required string Ground { get; init; }

    public required Source Source { get; init; }

    /// <summary>1 as published or adopted; each later rule that it gives way to raises it.</summary>
    public long Version { get; init; } = 1;

    public bool IsFor(int level) => ProductId is null && LevelFrom <= level && level <= LevelTo;

    public bool IsAbout(Product product) => ProductId == product.Id || IsFor(product.Level);
}
