using Regio.ServiceDefaults.Errors;

namespace Regio.Municipalities.Costs;

/// <summary>A municipality that can share in a cost, with its percentage in the key.</summary>
internal sealed record Sharer(string MunicipalityId, string Name, decimal Percentage, int Rank);

/// <summary>What one municipality bears of a cost.</summary>
internal sealed record Share
{
    public required string MunicipalityId { get; init; }

    public required string MunicipalityName { get; init; }

    /// <summary>Percentage of the key as published.</summary>
    public required decimal Percentage { get; init; }

    public required int Rank { get; init; }

    public required long AmountCents { get; init; }
}

/// <summary>An amount with its shares, which always add up to it.</summary>
internal sealed record Allocation(long AmountCents, IReadOnlyList<Share> Shares)
{
    /// <summary>Sum of the published percentages of those who share.</summary>
    public decimal PercentageSum => Shares.Sum(s => s.Percentage);

    /// <summary>Shares an amount out over any set of municipalities in proportion to their percentages.</summary>
    public static Allocation Of(long amountCents, IReadOnlyCollection<Sharer> sharers)
    {
        if (sharers.Sum(s => s.Percentage) <= 0)
            throw new DomainException(CostRules.KeyWithoutWeight, "municipality_ids");
        var ordered = sharers.OrderBy(s => s.Rank).ToList();
        var cents = LargestRemainder.Divide(amountCents, [.. ordered.Select(s => new Weight(s.Percentage, s.Rank))]);
        return new Allocation(amountCents, [.. ordered.Zip(cents, ShareOf)]);
    }

    private static Share ShareOf(Sharer sharer, long cents) => new()
    {
        MunicipalityId = sharer.MunicipalityId,
        MunicipalityName = sharer.Name,
        Percentage = sharer.Percentage,
        Rank = sharer.Rank,
        AmountCents = cents,
    };
}
