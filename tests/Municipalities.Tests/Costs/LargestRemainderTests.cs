using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Regio.Municipalities.Costs;

namespace Regio.Municipalities.Tests.Costs;

public sealed class LargestRemainderTests
{
    private static readonly Arbitrary<(long Amount, Weight[] Weights)> AnyCase = Gen.Zip(Amounts(), Sharers()).ToArbitrary();

    [Fact]
    public void Parts_add_up_to_the_amount_whatever_the_amount_and_the_members() =>
        Check(AnyCase, c => Sum(Divide(c)) == c.Amount);

    [Fact]
    public void Each_part_lies_within_one_cent_of_its_exact_share() =>
        Check(AnyCase, c =>
        {
            var weights = c.Weights.Select(w => Tenths(w.Value)).ToList();
            var total = weights.Aggregate(BigInteger.Zero, (sum, w) => sum + w);
            return Divide(c).Zip(weights).All(pair =>
                BigInteger.Abs((pair.First * total) - (c.Amount * pair.Second)) < total);
        });

    [Fact]
    public void The_order_of_the_members_makes_no_difference() =>
        Check(Gen.Zip(AnyCase.Generator, Gen.Choose(0, int.MaxValue)).ToArbitrary(), pair =>
        {
            var (given, seed) = pair;
            var order = Enumerable.Range(0, given.Weights.Length).ToArray();
            new Random(seed).Shuffle(order);
            var straight = Divide(given);
            var shuffled = LargestRemainder.Divide(given.Amount, [.. order.Select(i => given.Weights[i])]);
            return order.Select((from, to) => shuffled[to] == straight[from]).All(same => same);
        });

    [Fact]
    public void A_credit_is_the_mirror_image_of_its_debit() =>
        Check(AnyCase, c => c.Amount == long.MinValue
            || Divide(c).Zip(Divide((-c.Amount, c.Weights))).All(pair => pair.First == -pair.Second));

    [Fact]
    public void A_member_without_weight_bears_nothing() =>
        Check(AnyCase, c => Divide(c).Zip(c.Weights).All(pair => pair.Second.Value > 0 || pair.First == 0));

    [Fact]
    public void A_larger_weight_never_bears_less() =>
        Check(AnyCase, c => c.Amount < 0 || Divide(c).Zip(c.Weights).OrderBy(p => p.Second.Value).ThenByDescending(p => p.Second.Rank)
            .Select(p => p.First).ToList() is var parts && parts.Zip(parts.Skip(1)).All(p => p.First <= p.Second));

    [Theory]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-1)]
    public void The_bounds_of_an_amount_are_divided_exactly(long amount)
    {
        Weight[] weights = [new(24.7m, 1), new(0.0000000000000000000000000001m, 2), new(79228162514264337593543950335m, 3)];

        Assert.Equal(amount, Sum(LargestRemainder.Divide(amount, weights)));
    }

    [Fact]
    public void Remaining_cents_go_to_the_largest_remainders()
    {
        // 10 cents over 1 : 1.4 : 3.6 is 1.67, 2.33 and 6.00.
        Assert.Equal([2, 2, 6], LargestRemainder.Divide(10, [new(1m, 1), new(1.4m, 2), new(3.6m, 3)]));
    }

    [Fact]
    public void Equal_remainders_are_broken_by_rank()
    {
        Assert.Equal([0, 1, 1], LargestRemainder.Divide(2, [new(1m, 3), new(1m, 1), new(1m, 2)]));
    }

    [Fact]
    public void Without_any_weight_there_is_nothing_to_divide_by() =>
        Assert.Throws<ArgumentException>(() => LargestRemainder.Divide(1, [new(0m, 1)]));

    private static Gen<long> Amounts() => Gen.OneOf(
        Gen.Choose(0, int.MaxValue).Select(n => (long)n),
        Gen.Choose(-1000, 1000).Select(n => (long)n),
        Gen.Zip(Gen.Choose(int.MinValue, int.MaxValue), Gen.Choose(int.MinValue, int.MaxValue)).Select(p => ((long)p.Item1 << 32) ^ p.Item2),
        Gen.Elements(long.MaxValue, long.MinValue, long.MaxValue - 1, 0L));

    private static Gen<Weight[]> Sharers() =>
        from count in Gen.Choose(1, 40)
        from tenths in Gen.Choose(0, 1000).ArrayOf(count)
        from first in Gen.Choose(1, 1000)
        select tenths.Select((t, i) => new Weight((i == 0 ? first : t) / 10m, i + 1)).ToArray();

    private static IReadOnlyList<long> Divide((long Amount, Weight[] Weights) c) => LargestRemainder.Divide(c.Amount, c.Weights);

    private static BigInteger Sum(IEnumerable<long> parts) => parts.Aggregate(BigInteger.Zero, (sum, part) => sum + part);

    private static BigInteger Tenths(decimal weight) => new(weight * 10);

    private static void Check<T>(Arbitrary<T> cases, Func<T, bool> holds) =>
        Prop.ForAll(cases, holds).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
}
