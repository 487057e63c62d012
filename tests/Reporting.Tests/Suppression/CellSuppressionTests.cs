using Regio.Reporting.Suppression;

namespace Regio.Reporting.Tests.Suppression;

public sealed class CellSuppressionTests
{
    private static readonly Protection Public = new(Threshold: 5, MoneyPercent: 20);

    [Fact]
    public void Without_small_counts_all_are_shown() => Assert.Empty(Hidden(Public, 5, 6, 7));

    [Fact]
    public void One_small_count_takes_the_smallest_that_can_hide_it_along() =>
        Assert.Equal(["0", "1", "2"], Hidden(Public, 4, 9, 7, 40, 50));

    [Fact]
    public void Small_counts_that_leave_each_other_open_take_nothing_along() =>
        Assert.Equal(["0", "1", "2"], Hidden(Public, 3, 2, 1, 40, 50));

    [Fact]
    public void Small_counts_that_add_up_to_little_take_another_along() =>
        Assert.Contains("3", Hidden(Public, 0, 0, 1, 8, 90));

    [Fact]
    public void An_audience_without_a_threshold_sees_all() => Assert.Empty(Hidden(new(0, 0), 1, 2, 3));

    [Fact]
    public void A_total_of_few_is_hidden_too() => Assert.Equal(["0", "1", "total"], Hidden(Public, 1, 2));

    [Fact]
    public void An_amount_that_the_others_would_give_away_is_hidden_with_another()
    {
        // The two small counts protect each other, their amounts do not: one is nearly all of it.
        var cells = new Cell[] { new("a", 4, 1_000, ""), new("b", 3, 0, ""), new("c", 20, 5_000, ""), new("d", 30, 9_000, ""), new("total", 57, 15_000, "") };
        var hidden = CellSuppression.Hidden(new(cells, [new(4, [0, 1, 2, 3])]), Public);

        Assert.Equal(["a", "b", "c"], hidden.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_region_of_one_municipality_is_known_to_that_municipality()
    {
        Cell Of(string id, long children) => new(id, children, null, id.Length == 1 ? id : "");
        var cells = new[] { Of("a", 3), Of("b", 20), Of("c", 30), Of("d", 60), Of("e", 70), Of("first", 3), Of("second", 50), Of("third", 130), Of("total", 183) };
        var hidden = CellSuppression.Hidden(new(cells, [new(5, [0]), new(6, [1, 2]), new(7, [3, 4]), new(8, [5, 6, 7])]), Public);

        Assert.Superset(new HashSet<string> { "a", "first" }, hidden.ToHashSet());
        Assert.DoesNotContain("e", hidden);
    }

    [Fact]
    public void The_same_table_always_gives_the_same_answer()
    {
        var table = RandomTables.Of(seed: 7, municipalities: 6, 4);

        Assert.Equal(CellSuppression.Hidden(table, Public).Order(StringComparer.Ordinal), CellSuppression.Hidden(table, Public).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Of_a_table_too_large_to_search_the_totals_of_small_counts_are_hidden()
    {
        var table = RandomTables.Of(seed: 3, municipalities: 60, 9);
        var hidden = CellSuppression.Hidden(table, Public);

        Assert.True(table.Cells.Count > 500);
        Assert.All(
            table.Sums.Where(sum => sum.Parts.Any(part => hidden.Contains(table.Cells[part].Id))),
            sum => Assert.Contains(table.Cells[sum.Total].Id, hidden));
    }

    private static IEnumerable<string> Hidden(Protection protection, params int[] counts)
    {
        Cell[] cells = [.. counts.Select((count, i) => new Cell($"{i}", count, Amount: null, $"M{i}")), new("total", counts.Sum(), Amount: null, "")];
        return CellSuppression.Hidden(new(cells, [new(counts.Length, [.. Enumerable.Range(0, counts.Length)])]), protection).Order(StringComparer.Ordinal);
    }
}
