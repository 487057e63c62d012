using System.Numerics;

namespace Regio.Municipalities.Costs;

/// <summary>A party to an allocation: its weight, and its place in the order that breaks ties.</summary>
internal readonly record struct Weight(decimal Value, int Rank);

/// <summary>Divides a whole number of cents in proportion to weights, so that the parts add up to it exactly.</summary>
internal static class LargestRemainder
{
    // The numbers below stay exact: a decimal has at most 28 digits behind the point.
    private const int DecimalPlaces = 28;

    private static readonly BigInteger Scale = BigInteger.Pow(10, DecimalPlaces);

    /// <summary>
    /// Each party gets the whole cents of its part; the cents that remain go to the largest remainders,
    /// and among equal remainders to the lowest rank. A negative amount is the mirror image of the positive one.
    /// </summary>
    public static IReadOnlyList<long> Divide(long amountCents, IReadOnlyList<Weight> weights)
    {
        var scaled = weights.Select(w => Scaled(w.Value)).ToArray();
        var total = scaled.Aggregate(BigInteger.Zero, (sum, w) => sum + w);
        if (total.IsZero)
            throw new ArgumentException("At least one weight is above zero.", nameof(weights));

        var amount = BigInteger.Abs(amountCents);
        var parts = new BigInteger[weights.Count];
        var remainders = new BigInteger[weights.Count];
        for (var i = 0; i < weights.Count; i++)
            parts[i] = BigInteger.DivRem(amount * scaled[i], total, out remainders[i]);

        var left = (int)(amount - parts.Aggregate(BigInteger.Zero, (sum, p) => sum + p));
        foreach (var i in Enumerable.Range(0, weights.Count).OrderByDescending(i => remainders[i]).ThenBy(i => weights[i].Rank).Take(left))
            parts[i]++;

        var sign = Math.Sign(amountCents);
        return [.. parts.Select(part => (long)(sign * part))];
    }

    private static BigInteger Scaled(decimal weight)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(weight);
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(weight, bits);
        var digits = (uint)bits[0] + ((BigInteger)(uint)bits[1] << 32) + ((BigInteger)(uint)bits[2] << 64);
        var places = (bits[3] >> 16) & 0xFF;
        return digits * Scale / BigInteger.Pow(10, places);
    }
}
