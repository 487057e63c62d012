using Regio.Procurement.Funding;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Procurement.Tests.Funding;

/// <summary>Instalments and shared risk to the cent, and what a funding has to say.</summary>
public sealed class ProviderFundingTests
{
    private static readonly DateOnly Today = new(2026, 11, 1);
    private static readonly DateTimeOffset Now = new(2026, 11, 1, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(100_00, 12, "833,833,834,833,833,834,833,833,834,833,833,834")]
    [InlineData(100_01, 4, "2500,2500,2500,2501")]
    [InlineData(100_03, 4, "2500,2501,2501,2501")]
    [InlineData(7, 1, "7")]
    [InlineData(1, 12, "0,0,0,0,0,0,0,0,0,0,0,1")]
    public void Instalments_are_the_year_to_the_cent(long yearly, int instalments, string parts)
    {
        var funding = Recorded(Terms() with { YearlyCents = yearly, Instalments = instalments });

        Assert.Equal(parts, string.Join(',', funding.In(2026).Select(part => part.Cents)));
        Assert.Equal(yearly, funding.In(2026).Sum(part => part.Cents));
    }

    [Fact]
    public void The_largest_amount_divides_without_loss()
    {
        var funding = Recorded(Terms() with { YearlyCents = FundingRules.MostCents - 1, Instalments = 12 });

        Assert.Equal(FundingRules.MostCents - 1, funding.In(2026).Sum(part => part.Cents));
    }

    [Fact]
    public void A_year_has_the_instalments_that_begin_in_the_period()
    {
        var funding = Recorded(Terms() with { Period = new Validity(new DateOnly(2025, 4, 1), new DateOnly(2026, 7, 1)), Instalments = 4 });

        Assert.Equal([3, 2, 0], new[] { 2025, 2026, 2027 }.Select(year => funding.In(year).Count));
        Assert.Equal(new DateOnly(2025, 4, 1), funding.In(2025)[0].From);
    }

    [Theory]
    [InlineData("Provider", 0, 1_000_01, 0, 1)]
    [InlineData("Payer", 0, 1_000_01, 1, 0)]
    [InlineData("Shared", 33, 1_001_01, 33, 68)]
    [InlineData("Shared", 33, 998_99, -33, -68)]
    [InlineData("Shared", 50, 1_000_00, 0, 0)]
    public void More_and_less_than_estimated_is_borne_as_agreed(string bearer, int percent, long cost, long payer, long provider)
    {
        var funding = Recorded(OpenEnded() with { YearlyCents = 1_000_00, Bearer = Enum.Parse<RiskBearer>(bearer), PayerPercent = percent });
        Assert.Equal((0L, 0L), funding.Difference(2026));
        funding.RecordCost(Guid.CreateVersion7(), 2026, cost, (Today, Now));

        Assert.Equal((payer, provider), funding.Difference(2026));
    }

    [Fact]
    public void The_last_cost_of_a_year_counts()
    {
        var funding = Recorded(OpenEnded());
        funding.RecordCost(Guid.CreateVersion7(), 2026, 5, (Today, Now));
        funding.RecordCost(Guid.CreateVersion7(), 2026, 3, (Today, Now.AddDays(1)));
        funding.RecordCost(Guid.CreateVersion7(), 2025, 9, (Today, Now.AddDays(2)));

        Assert.Equal((3L, 9L, (long?)null), (funding.CostOf(2026), funding.CostOf(2025), funding.CostOf(2024)));
    }

    [Fact]
    public void Cost_is_of_an_open_ended_obligation_in_a_year_that_has_begun_and_in_which_it_holds()
    {
        var funding = Recorded(OpenEnded());
        string Reason(ProviderFunding of, int year) => Assert.Throws<DomainException>(() => of.RecordCost(Guid.CreateVersion7(), year, 1, (Today, Now))).Rule.Code;

        Assert.Equal(
            ["FUNDING_YEAR_AHEAD", "FUNDING_OUTSIDE_YEAR", "FUNDING_COST_OF_FIXED_AMOUNT"],
            [Reason(funding, 2027), Reason(funding, 2024), Reason(Recorded(Terms()), 2026)]);
        Assert.Equal(1, funding.Version);
    }

    [Fact]
    public void Risk_is_named_where_there_is_one()
    {
        string Reason(FundingTerms terms) => Assert.Throws<DomainException>(() => Recorded(terms)).Rule.Code;

        Assert.Equal(
            ["FUNDING_RISK_WITHOUT_BEARER", "FUNDING_RISK_OF_FIXED_AMOUNT", "FUNDING_WITHOUT_AMOUNT", "FUNDING_RISK_SHARE", "FUNDING_RISK_SHARE", "FUNDING_RISK_SHARE"],
            [
                Reason(OpenEnded() with { Bearer = null }),
                Reason(Terms() with { Bearer = RiskBearer.Payer }),
                Reason(Terms() with { YearlyCents = 0 }),
                Reason(OpenEnded() with { PayerPercent = 10 }),
                Reason(OpenEnded() with { Bearer = RiskBearer.Shared, PayerPercent = 100 }),
                Reason(Terms() with { PayerPercent = -1 }),
            ]);
    }

    [Theory]
    [InlineData(12, "2026-02-02", false)]
    [InlineData(12, "2026-02-01", true)]
    [InlineData(4, "2026-02-01", false)]
    [InlineData(4, "2026-04-01", true)]
    [InlineData(1, "2026-07-01", false)]
    [InlineData(1, "2027-01-01", true)]
    public void It_ends_with_the_time_of_an_instalment(int instalments, string day, bool allowed)
    {
        var funding = Recorded(Terms() with { Instalments = instalments });
        void End() => funding.End(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));

        if (allowed)
            End();
        else
            Assert.Equal("FUNDING_MID_INSTALMENT", Assert.Throws<DomainException>(End).Rule.Code);
    }

    [Fact]
    public void It_ends_after_it_began_and_earlier_than_it_did()
    {
        var funding = Recorded(Terms());
        funding.End(new DateOnly(2026, 7, 1));

        Assert.Equal("FUNDING_END", Assert.Throws<DomainException>(() => funding.End(new DateOnly(2026, 7, 1))).Rule.Code);
        Assert.Equal("FUNDING_END", Assert.Throws<DomainException>(() => funding.End(new DateOnly(2025, 1, 1))).Rule.Code);
        Assert.Equal(2, funding.Version);
    }

    private static ProviderFunding Recorded(FundingTerms terms) => ProviderFunding.Record(Guid.CreateVersion7(), terms, Now);

    private static FundingTerms Terms() => new(
        Guid.CreateVersion7(), "ZD", FundingKind.Availability, "Spoed4Jeugd", new Validity(new DateOnly(2025, 1, 1), null), 100_00, 12, null, 0, "Overeenkomst 2025");

    private static FundingTerms OpenEnded() => Terms() with { Kind = FundingKind.OpenEnded, Subject = "Pleegwijzer", Bearer = RiskBearer.Payer };
}
