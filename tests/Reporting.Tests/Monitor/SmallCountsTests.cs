using Regio.Reporting.Monitor;

namespace Regio.Reporting.Tests.Monitor;

/// <summary>Counts of children per municipality are published beside the count of the region.</summary>
public sealed class SmallCountsTests
{
    [Fact]
    public void A_count_below_five_is_left_out() =>
        Assert.Equal(["d"], Shown(("a", 4), ("b", 0), ("c", 1), ("d", 5)));

    [Fact]
    public void The_smallest_of_the_others_is_left_out_with_a_single_small_count() =>
        Assert.Equal(["b"], Shown(("a", 4), ("b", 20), ("c", 7)));

    [Fact]
    public void Small_counts_that_add_up_to_nothing_take_another_along() =>
        Assert.Equal(["d"], Shown(("a", 0), ("b", 0), ("c", 6), ("d", 9)));

    [Fact]
    public void Without_small_counts_all_are_shown() =>
        Assert.Equal(["a", "b"], Shown(("a", 5), ("b", 6)));

    [Fact]
    public void A_single_area_with_a_small_count_shows_nothing() => Assert.Empty(Shown(("a", 3)));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void No_count_that_is_left_out_follows_from_the_total_and_the_rest(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 500; i++)
        {
            var counts = Enumerable.Range(0, random.Next(2, 7)).ToDictionary(n => $"{n}", _ => (long)random.Next(0, 9));
            var shown = SmallCounts.Publishable(counts);
            var hidden = counts.Keys.Except(shown.Keys).ToList();
            var rest = counts.Values.Sum() - shown.Values.Sum();
            Assert.All(hidden.Where(_ => counts.Values.Sum() > 0), id => Assert.True(Possible(hidden.Count, rest) > 1, $"{string.Join(',', counts.Values)}: {id}"));
        }
    }

    // A hidden count can be anything from nothing to the rest, when there is another hidden one to make up the sum.
    private static long Possible(int hidden, long rest) => hidden == 1 ? 1 : rest + 1;

    private static IEnumerable<string> Shown(params (string Id, long Count)[] counts) =>
        SmallCounts.Publishable(counts.ToDictionary(c => c.Id, c => c.Count)).Keys.Order(StringComparer.Ordinal);
}
