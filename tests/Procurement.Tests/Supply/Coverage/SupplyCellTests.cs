using Regio.Procurement.Supply.Coverage;

namespace Regio.Procurement.Tests.Supply.Coverage;

/// <summary>When there is supply, and why not.</summary>
public sealed class SupplyCellTests
{
    private static readonly CoverageNorms Norms = new(new DateOnly(2026, 6, 1), StaleDays: 31, WaitingDays: 98);

    [Fact]
    public void Nothing_contracted_is_a_gap_unless_the_municipality_buys_it_itself() =>
        Assert.Equal((SupplyGap.NoContract, SupplyGap.Local), (new SupplyCell([], IsLocal: false, Norms).Gap, new SupplyCell([], IsLocal: true, Norms).Gap));

    [Fact]
    public void A_report_without_waiting_time_is_no_report() => Assert.Equal(SupplyGap.NotReported, Cell(Told(0, null), None()).Gap);

    [Theory]
    [InlineData(31, 10, SupplyGap.None)]
    [InlineData(32, 10, SupplyGap.Stale)]
    [InlineData(0, 98, SupplyGap.None)]
    [InlineData(0, 99, SupplyGap.Waiting)]
    internal void What_was_told_counts_until_it_is_stale_and_up_to_the_norm(int age, int days, SupplyGap gap) => Assert.Equal(gap, Cell(Told(age, days)).Gap);

    [Fact]
    public void One_provider_within_the_norm_is_enough_and_a_stale_one_is_not()
    {
        var waiting = Cell(Told(0, 120), Told(40, 5), Told(0, 99));
        var enough = Cell(Told(0, 120), Told(40, 5), Told(0, 97), None());

        Assert.Equal((SupplyGap.Waiting, 99, 2), (waiting.Gap, waiting.ShortestWaitingDays, waiting.OverNormCount));
        Assert.Equal((SupplyGap.None, 97, 3, 1, 1), (enough.Gap, enough.ShortestWaitingDays, enough.ReportedCount, enough.StaleCount, enough.OverNormCount));
    }

    private static SupplyCell Cell(params ContractedSupply[] contracted) => new(contracted, IsLocal: false, Norms);

    private static ContractedSupply Told(int age, int? days) => new(Guid.CreateVersion7(), "Yorneo", "daytime-care", Norms.Day.AddDays(-age), days);

    private static ContractedSupply None() => new(Guid.CreateVersion7(), "Elker", "daytime-care", null, null);
}
