using Regio.Messages.Procurement.V1;

namespace Regio.Procurement.Catalogue;

/// <summary>What the catalogue tells the other services.</summary>
internal static class CatalogueEvents
{
    public static ScaleRuleRecorded Recorded(ScaleRule rule, DateTimeOffset now) => new()
    {
        ScaleRuleId = rule.Id,
        AggregateVersion = rule.Version,
        OccurredAt = now,
        ProductId = rule.ProductId,
        Levels = rule.LevelFrom is { } from && rule.LevelTo is { } to ? [.. Enumerable.Range(from, to - from + 1)] : [],
        Scale = rule.Scale.Word(),
        Executor = rule.Executor,
        ValidFrom = rule.Validity.From,
        ValidUntil = rule.Validity.Until,
    };
}
