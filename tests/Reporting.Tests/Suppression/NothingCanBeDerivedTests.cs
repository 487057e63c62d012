using Regio.Reporting.Suppression;

namespace Regio.Reporting.Tests.Suppression;

/// <summary>Attacks on random tables: what is hidden stays hidden, whoever looks.</summary>
public sealed class NothingCanBeDerivedTests
{
    private static readonly Protection Public = new(Threshold: 5, MoneyPercent: 20);

    public static TheoryData<int, int, int[]> Tables => new(
        from seed in Enumerable.Range(1, 6)
        from shape in new (int Municipalities, int[] Dimensions)[] { (12, []), (6, [3]), (4, [4]), (3, [2, 2]) }
        select new TheoryDataRow<int, int, int[]>(seed, shape.Municipalities, shape.Dimensions));

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_small_count_can_be_anything_below_the_threshold(int seed, int municipalities, int[] dimensions)
    {
        var table = RandomTables.Of(seed, municipalities, dimensions);
        var hidden = CellSuppression.Hidden(table, Public);
        var attack = new Attack(table, hidden);

        Assert.All(table.Cells.Where(cell => cell.Children < 5), cell => Assert.Contains(cell.Id, hidden));
        foreach (var (cell, i) in Hidden(table, hidden))
        {
            if (cell.Children < 5)
                Assert.True(attack.CouldBe(i, 0, 0) && attack.CouldBe(i, 4, long.MaxValue), $"{cell.Id}: {cell.Children}");
            else
                Assert.True(attack.CouldBe(i, 0, cell.Children - 4) || attack.CouldBe(i, cell.Children + 4, long.MaxValue), $"{cell.Id}: {cell.Children}");
        }
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void An_amount_of_few_children_can_be_a_fifth_more_or_less(int seed, int municipalities, int[] dimensions)
    {
        var table = RandomTables.Of(seed, municipalities, dimensions);
        var hidden = CellSuppression.Hidden(table, Public);
        var attack = new Attack(table, hidden, money: true);

        foreach (var (cell, i) in Hidden(table, hidden))
        {
            var cents = (long)cell.Amount!.Value;
            var margin = cents / 5;
            Assert.True(attack.CouldBe(i, 0, cents - margin) && attack.CouldBe(i, cents + margin, long.MaxValue), $"{cell.Id}: {cents}");
        }
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_municipality_that_knows_its_own_numbers_cannot_tell_one_of_another(int seed, int municipalities, int[] dimensions)
    {
        var table = RandomTables.Of(seed, municipalities, dimensions);
        var hidden = CellSuppression.Hidden(table, Public);

        foreach (var insider in table.Cells.Select(cell => cell.Owner).Where(owner => owner.Length > 0).Distinct())
        {
            var attack = new Attack(table, hidden, insider: insider);
            foreach (var (cell, i) in Hidden(table, hidden).Where(hiddenCell => hiddenCell.Cell.Owner != insider))
                Assert.True(attack.CouldBe(i, cell.Children + 1, long.MaxValue) || attack.CouldBe(i, 0, cell.Children - 1), $"{insider} knows {cell.Id}");
        }
    }

    [Fact]
    public void The_attack_finds_what_is_hidden_carelessly()
    {
        var table = RandomTables.Of(seed: 1, municipalities: 6, 3);
        var careless = table.Cells.Where(cell => cell.Children < 5).Select(cell => cell.Id).ToHashSet();
        var attack = new Attack(table, careless);

        Assert.Contains(Hidden(table, careless), hidden => !attack.CouldBe(hidden.Index, hidden.Cell.Children + 1, long.MaxValue) && !attack.CouldBe(hidden.Index, 0, hidden.Cell.Children - 1));
    }

    [Fact]
    public void Enough_is_still_shown()
    {
        var tables = Enumerable.Range(1, 5).Select(seed => RandomTables.Of(seed, 12, 4)).ToList();

        var shown = tables.Average(table =>
        {
            var hidden = CellSuppression.Hidden(table, Public);
            var large = table.Cells.Where(cell => cell.Children >= 5).ToList();
            return (double)large.Count(cell => !hidden.Contains(cell.Id)) / large.Count;
        });

        Assert.InRange(shown, 0.4, 1);
    }

    private static IEnumerable<(Cell Cell, int Index)> Hidden(CellTable table, IReadOnlySet<string> hidden) =>
        table.Cells.Select((cell, i) => (cell, i)).Where(pair => hidden.Contains(pair.cell.Id));
}
