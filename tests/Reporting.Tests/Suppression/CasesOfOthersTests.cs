using Regio.Reporting.Monitor;
using Regio.Reporting.Suppression;

namespace Regio.Reporting.Tests.Suppression;

/// <summary>
/// A municipality knows its own cases by state. What the monitor shows of the region and of the others leaves it as little
/// the wiser about them as anybody is.
/// </summary>
public sealed class CasesOfOthersTests
{
    private static readonly Protection Public = new(Threshold: 5, MoneyPercent: 20);

    public static TheoryData<int, int> Regions => new(
        from seed in Enumerable.Range(1, 8)
        from municipalities in new[] { 2, 4, 8, 12 }
        select new TheoryDataRow<int, int>(seed, municipalities));

    [Fact]
    public void What_a_municipality_would_calculate_of_the_others_is_not_shown()
    {
        // Seven cases are in execution, five of them of Assen: two elsewhere, as Assen would know.
        CaseCell[] counts =
        [
            new("Assen", "in_execution", 5), new("Emmen", "in_execution", 2),
            .. from id in new[] { "Assen", "Emmen", "Meppel", "Coevorden" } from state in new[] { "registered", "returned", "accepted", "scheduled", "advised", "decided" } select new CaseCell(id, state, 10),
        ];

        var hidden = Hidden(counts);

        Assert.Contains("in_execution", hidden);
        Assert.DoesNotContain("in_execution", CellSuppression.Hidden(CaseCells.Of(counts, Ids(counts))[0], Public));
        Assert.DoesNotContain(MonitorArea.Region, hidden);
        Assert.NotEmpty(Ids(counts).Except(hidden));
    }

    [Fact]
    public void What_is_large_without_each_municipality_is_shown() =>
        Assert.Empty(Hidden([.. from id in new[] { "Assen", "Emmen", "Meppel" } from state in new[] { "registered", "returned", "accepted", "scheduled", "advised", "decided" } select new CaseCell(id, state, 5)]));

    [Fact]
    public void A_municipality_that_is_alone_learns_of_nobody() =>
        Assert.Empty(Hidden([.. from state in new[] { "registered", "returned", "accepted", "scheduled", "advised", "decided" } select new CaseCell("Assen", state, 5)]));

    [Theory]
    [MemberData(nameof(Regions))]
    public void Nobody_calculates_a_small_number_of_others(int seed, int municipalities)
    {
        var counts = RandomCounts(seed, municipalities);
        var hidden = Hidden(counts);

        foreach (var attacker in Ids(counts).Prepend(""))
            Assert.Empty(Calculated(counts, hidden, attacker));
    }

    [Fact]
    public void The_attack_finds_what_is_hidden_from_the_public_alone()
    {
        var found = Enumerable.Range(1, 8).Sum(seed =>
        {
            var counts = RandomCounts(seed, municipalities: 4);
            var hidden = CellSuppression.Hidden(CaseCells.Of(counts, Ids(counts))[0], Public);
            return Ids(counts).Sum(attacker => Calculated(counts, hidden, attacker).Count);
        });

        Assert.NotEqual(0, found);
    }

    [Fact]
    public void A_large_region_still_shows_much()
    {
        var shown = Enumerable.Range(1, 5).Average(seed =>
        {
            var counts = RandomCounts(seed, municipalities: 12, most: 12);
            var hidden = Hidden(counts);
            var large = CaseCells.Of(counts, Ids(counts))[0].Cells.Where(cell => cell.Children >= 5).ToList();
            return (double)large.Count(cell => !hidden.Contains(cell.Id)) / large.Count;
        });

        Assert.InRange(shown, 0.5, 1);
    }

    private static IReadOnlySet<string> Hidden(CaseCell[] counts) => CellSuppression.HiddenInAll(CaseCells.Of(counts, Ids(counts)), Public);

    private static string[] Ids(CaseCell[] counts) => [.. counts.Select(c => c.MunicipalityId).Distinct()];

    /// <summary>What somebody finds out, from what is shown and their own cases, about the cases of all others.</summary>
    private static List<string> Calculated(CaseCell[] counts, IReadOnlySet<string> hidden, string attacker)
    {
        var others = counts.Where(c => c.MunicipalityId != attacker).ToList();
        var (ids, states) = (others.Select(c => c.MunicipalityId).Distinct().ToList(), counts.Select(c => c.State).Distinct().ToList());
        Cell[] cells =
        [
            new(MonitorArea.Region, others.Sum(c => c.Count), null, ""),
            .. ids.Select(id => new Cell(id, others.Where(c => c.MunicipalityId == id).Sum(c => c.Count), null, "")),
            .. states.Select(state => new Cell(state, others.Where(c => c.State == state).Sum(c => c.Count), null, "")),
        ];
        var attack = new Attack(new(cells, [new(0, [.. ids.Select((_, i) => 1 + i)]), new(0, [.. states.Select((_, i) => 1 + ids.Count + i)])]), hidden);
        return
        [
            .. from cell in cells.Index()
               let isSmall = cell.Item.Children < Public.Threshold
               where isSmall
                   ? !hidden.Contains(cell.Item.Id) || !attack.CouldBe(cell.Index, 0, 0) || !attack.CouldBe(cell.Index, Public.Threshold - 1, long.MaxValue)
                   : hidden.Contains(cell.Item.Id) && !attack.CouldBe(cell.Index, 0, cell.Item.Children - 4) && !attack.CouldBe(cell.Index, cell.Item.Children + 4, long.MaxValue)
               select cell.Item.Id,
        ];
    }

    private static CaseCell[] RandomCounts(int seed, int municipalities, int most = 6)
    {
        var random = new Random(seed);
        var states = CaseStates.Of(["in_execution", "stuck", "closed"]).ToList();
        return
        [
            .. from municipality in Enumerable.Range(0, municipalities)
               from state in states
               select new CaseCell($"M{municipality:00}", state, random.Next(3) == 0 ? random.Next(0, most + 1) : random.Next(0, 2)),
        ];
    }
}
