namespace Regio.Municipalities.Costs;

/// <summary>What one municipality would bear one way and the other.</summary>
internal sealed record ComparedShare(Share Left, Share Right)
{
    public long DifferenceCents => Right.AmountCents - Left.AmountCents;
}

/// <summary>One amount, shared out in two ways over the same municipalities.</summary>
internal static class Comparison
{
    public static IReadOnlyList<ComparedShare> Of(long amountCents, IReadOnlyCollection<Sharer> left, IReadOnlyCollection<Sharer> right)
    {
        var other = Allocation.Of(amountCents, right).Shares.ToDictionary(s => s.MunicipalityId);
        return [.. Allocation.Of(amountCents, left).Shares.Select(share => new ComparedShare(share, other[share.MunicipalityId]))];
    }
}
