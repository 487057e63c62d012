using Regio.Procurement.Catalogue;
using Regio.Procurement.ReferenceData;
using Regio.ServiceDefaults.Errors;

namespace Regio.Procurement.Tests.Catalogue;

/// <summary>The scale of each product through the years, as published.</summary>
public sealed class ScaleHistoryTests
{
    private static readonly ProductCatalogue Published = new(ReferenceFiles.Levels(), ReferenceFiles.Products(), ReferenceFiles.ScaleRules());

    [Theory]
    [InlineData("local-help-1", "2015-01-01", "local")]
    [InlineData("local-help-3", "2030-01-01", "local")]
    [InlineData("ambulatory-help", "2015-01-01", "drenthe")]
    [InlineData("ambulatory-help", "2016-12-31", "drenthe")]
    [InlineData("ambulatory-help", "2017-01-01", "procurement-region")]
    [InlineData("residential-care", "2024-06-01", "procurement-region")]
    [InlineData("foster-care", "2016-12-31", "drenthe")]
    [InlineData("foster-care", "2017-01-01", "drenthe")]
    [InlineData("foster-care", "2026-01-01", "drenthe")]
    [InlineData("child-protection", "2018-07-01", "drenthe")]
    [InlineData("youth-probation", "2019-01-01", "drenthe")]
    [InlineData("secure-care", "2017-01-01", "drenthe")]
    [InlineData("secure-care", "2024-04-11", "drenthe")]
    [InlineData("family-psychiatry", "2024-04-10", "procurement-region")]
    [InlineData("family-psychiatry", "2024-04-11", "drenthe")]
    public void A_product_is_bought_on_the_scale_of_its_day(string product, string day, string scale) =>
        Assert.Equal(scale, Resolve(product, day).Scale.Word());

    [Theory]
    [InlineData("foster-care", "2018-12-31", "Jeugdhulpregio Drenthe")]
    [InlineData("foster-care", "2019-01-01", "beide inkoopregio's")]
    [InlineData("secure-care", "2024-04-10", "beide inkoopregio's")]
    [InlineData("secure-care", "2024-04-11", "Jeugdhulpregio Drenthe")]
    public void Who_executes_is_told_apart_from_the_scale(string product, string day, string executor)
    {
        var rule = Resolve(product, day);

        Assert.Equal(executor, rule.Executor);
        Assert.Equal(Scale.Drenthe, rule.Scale);
    }

    [Fact]
    public void Before_2015_no_rule_covers_anything()
    {
        var refused = Assert.Throws<DomainException>(() => Resolve("foster-care", "2014-12-31"));

        Assert.Equal("SCALE_RULE_MISSING", refused.Rule.Code);
        Assert.Equal("2014-12-31", refused.Metadata["as_of"]);
    }

    [Fact]
    public void From_2015_on_exactly_one_rule_for_its_level_covers_each_level_on_each_first_of_a_month()
    {
        for (var day = new DateOnly(2015, 1, 1); day.Year < 2031; day = day.AddMonths(1))
        {
            foreach (var level in Enumerable.Range(1, 8))
                Assert.Single(ReferenceFiles.ScaleRules(), rule => rule.IsFor(level) && rule.Validity.Contains(day));
        }
    }

    [Fact]
    public void Each_level_has_a_product_and_each_fact_names_its_source()
    {
        Assert.Equal(Enumerable.Range(1, 8), Published.Levels.Select(level => level.Level));
        Assert.All(Published.Levels, level => Assert.NotEmpty(Published.ProductsOf(level)));
        Assert.All(ReferenceFiles.ScaleRules(), rule => Assert.All([rule.Source.Title, rule.Source.Place, rule.Ground, rule.Executor], Assert.NotEmpty));
    }

    [Fact]
    public void The_numbers_of_scales_units_states_and_exceptions_are_those_of_the_messages()
    {
        AssertSame<Scale, V1.Scale>();
        AssertSame<Procurement.Catalogue.TariffUnit, V1.TariffUnit>();
        AssertSame<Procurement.Tariffs.TariffState, V1.TariffState>();
        AssertSame<Procurement.Tariffs.TariffObjectionState, V1.TariffObjectionState>();
        AssertSame<Procurement.Tariffs.TariffIndexKind, V1.TariffIndexKind>();
        AssertSame<Procurement.Ceilings.CeilingState, V1.CeilingState>();
        AssertSame<Procurement.Ceilings.ClientStopDeclarer, V1.ClientStopDeclarer>();
        AssertSame<Procurement.Procedures.ProcedureKind, V1.ProcedureKind>();
        AssertSame<Procurement.Procedures.ProcedureState, V1.ProcedureState>();
        AssertSame<Procurement.Procedures.CriterionKind, V1.CriterionKind>();
        AssertSame<Procurement.Procedures.BidState, V1.BidState>();
        AssertSame<ScaleVerdict, V1.ScaleVerdict>();
        AssertSame<Procurement.Contracts.ContractState, V1.ContractState>();
        AssertSame<Procurement.Contracts.AddendumKind, V1.AddendumKind>();
        AssertSame<Procurement.Contracts.TerminationParty, V1.TerminationParty>();
        AssertSame<Procurement.Contracts.DissolutionGround, V1.DissolutionGround>();
        AssertSame<Procurement.Contracts.TransferGround, V1.TransferGround>();
        AssertSame<Procurement.Contracts.ScaleException, V1.ScaleException>();
        AssertSame<Procurement.Purchasing.PurchaseRequestState, V1.PurchaseRequestState>();
    }

    private static void AssertSame<TDomain, TMessage>()
        where TDomain : struct, Enum
        where TMessage : struct, Enum =>
        Assert.Equal(
            Enum.GetValues<TMessage>().Select(v => (Convert.ToInt32(v, null), v.ToString())).Where(v => v.Item1 != 0),
            Enum.GetValues<TDomain>().Select(v => (Convert.ToInt32(v, null), v.ToString())));

    private static ScaleRule Resolve(string product, string day) => Published.Rule(
        Published.Product(product, "product_id"), DateOnly.ParseExact(day, "O", System.Globalization.CultureInfo.InvariantCulture), "as_of");
}
