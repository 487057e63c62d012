using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Regio.Procurement.Catalogue;
using Regio.Procurement.ReferenceData;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Procurement.Tests.Catalogue;

/// <summary>What a newly adopted scale rule does to those in force.</summary>
public sealed class ScaleAdoptionTests
{
    private static readonly IReadOnlyList<ScaleRule> Published = ReferenceFiles.ScaleRules();

    [Fact]
    public void Levels_6_to_8_on_Drenthe_scale_leave_4_and_5_with_the_procurement_regions()
    {
        var catalogue = After(Adopt(Published, Levels(6, 8, "2028-01-01")));

        Assert.Equal("procurement-region", Scale(catalogue, "ambulatory-help", "2028-01-01"));
        Assert.Equal("drenthe", Scale(catalogue, "intensive-ambulatory-help", "2028-01-01"));
        Assert.Equal("drenthe", Scale(catalogue, "residential-care", "2035-01-01"));
        Assert.Equal("procurement-region", Scale(catalogue, "residential-care", "2027-12-31"));
        Assert.Equal("local", Scale(catalogue, "local-help-3", "2028-01-01"));
    }

    [Fact]
    public void Levels_4_to_8_on_Drenthe_scale_leave_no_other_level_behind()
    {
        var adoption = Adopt(Published, Levels(4, 8, "2028-01-01"));

        Assert.Empty(adoption.Left);
        Assert.Equal("drenthe", Scale(After(adoption), "ambulatory-help", "2028-01-01"));
    }

    [Fact]
    public void A_rule_with_an_end_gives_the_old_one_back()
    {
        var catalogue = After(Adopt(Published, Levels(5, 6, "2028-01-01", "2029-01-01")));

        Assert.Equal("drenthe", Scale(catalogue, "ambulatory-help", "2028-12-31"));
        Assert.Equal("procurement-region", Scale(catalogue, "ambulatory-help", "2029-01-01"));
        Assert.Equal("procurement-region", Scale(catalogue, "generalist-help", "2028-06-01"));
    }

    [Fact]
    public void History_stays_a_rule_from_before_another_began_is_refused()
    {
        var refused = Assert.Throws<DomainException>(() => Adopt(Published, Levels(6, 8, "2016-01-01")));

        Assert.Equal(("SCALE_RULE_LATER_EXISTS", "2017-01-01"), (refused.Rule.Code, refused.Metadata["from"]));
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("foster-care", 4, 8)]
    [InlineData(null, 7, 6)]
    [InlineData(null, 0, 3)]
    [InlineData(null, 4, 9)]
    public void A_rule_is_for_one_product_or_a_range_of_levels(string? product, int? from, int? to)
    {
        var unclear = Levels(4, 8, "2030-01-01") with { ProductId = product, LevelFrom = from, LevelTo = to };

        Assert.Equal("SCALE_RULE_SUBJECT", Assert.Throws<DomainException>(() => Adopt(Published, unclear)).Rule.Code);
    }

    [Fact]
    public void No_sequence_of_adoptions_leaves_a_level_without_a_rule_or_with_two()
    {
        var step = from first in Gen.Choose(1, 8)
                   from last in Gen.Choose(first, 8)
                   from month in Gen.Choose(1, 240)
                   from length in Gen.Choose(0, 60)
                   select (First: first, Last: last, Month: month, Length: length);
        Prop.ForAll(Gen.ListOf(step).ToArbitrary(), steps =>
        {
            var rules = Published;
            foreach (var (first, last, month, length) in steps)
            {
                var start = new DateOnly(2017, 1, 1).AddMonths(month);
                var adopted = Levels(first, last, "2017-01-01") with
                {
                    Id = Guid.NewGuid(),
                    Validity = new Validity(start, length == 0 ? null : start.AddMonths(length)),
                };
                rules = TryAdopt(rules, adopted);
            }

            for (var day = new DateOnly(2015, 1, 1); day.Year < 2044; day = day.AddMonths(1))
            {
                foreach (var level in Enumerable.Range(1, 8))
                    Assert.Single(rules, rule => rule.IsFor(level) && rule.Validity.Contains(day));
            }
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("family-psychiatry", "2024-04-10", "procurement-region", "2024-04-11")]
    [InlineData("family-psychiatry", "2024-04-11", "drenthe", null)]
    [InlineData("ambulatory-help", "2015-06-01", "drenthe", "2017-01-01")]
    [InlineData("foster-care", "2016-06-01", "drenthe", "2017-01-01")]
    [InlineData("foster-care", "2017-01-01", "drenthe", "2019-01-01")]
    public void An_answer_tells_when_another_rule_will_decide(string product, string day, string scale, string? change)
    {
        var answer = Explain(product, day);

        Assert.Equal((scale, change), (answer.Deciding.Scale.Word(), answer.NextChange?.ToString("O", CultureInfo.InvariantCulture)));
        Assert.Single(answer.Weighed, weighed => weighed.Verdict == ScaleVerdict.Decides);
    }

    [Fact]
    public void An_answer_weighs_every_rule_about_the_product_and_reads_as_a_Dutch_sentence()
    {
        var answer = Explain("foster-care", "2018-03-01");

        Assert.Equal(
            [ScaleVerdict.Ended, ScaleVerdict.Overruled, ScaleVerdict.Decides, ScaleVerdict.NotBegun],
            answer.Weighed.Select(weighed => weighed.Verdict));
        Assert.StartsWith(
            "Pleegzorg (niveau 8): op 1 maart 2018 geldt tot 1 januari 2019 de regel voor dit product: Drentse schaal, uitgevoerd door Jeugdhulpregio Drenthe. Grond:",
            answer.InDutch(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "45", "45A04", "LEVEL_UNKNOWN", "product.level")]
    [InlineData(9, "45", "45A04", "LEVEL_UNKNOWN", "product.level")]
    [InlineData(5, "39", null, "CARE_CATEGORY_UNKNOWN", "product.care_category")]
    [InlineData(5, "56", null, "CARE_CATEGORY_UNKNOWN", "product.care_category")]
    [InlineData(5, null, "45A04", "CARE_CODE_WITHOUT_CATEGORY", "product.care_code")]
    public void A_product_has_a_level_that_exists_and_a_code_inside_a_category_of_iJw(int level, string? category, string? code, string reason, string field)
    {
        var product = ReferenceFiles.Products()[0] with { Level = level, CareCategory = category, CareCode = code };

        var refused = Assert.Throws<DomainException>(() => Product.Create(product, ReferenceFiles.Levels()));
        Assert.Equal((reason, field), (refused.Rule.Code, refused.Field));
    }

    private static ScaleAnswer Explain(string product, string day)
    {
        var catalogue = new ProductCatalogue(ReferenceFiles.Levels(), ReferenceFiles.Products(), Published);
        return ScaleAnswer.Of(catalogue.Product(product, "product_id"), Day(day), "as_of", catalogue);
    }

    private static ScaleRule Levels(int first, int last, string from, string? until = null) => Published[0] with
    {
        Id = Guid.NewGuid(),
        LevelFrom = first,
        LevelTo = last,
        Scale = Procurement.Catalogue.Scale.Drenthe,
        Validity = new Validity(Day(from), until is null ? null : Day(until)),
    };

    private static ScaleAdoption Adopt(IReadOnlyList<ScaleRule> rules, ScaleRule adopted) => ScaleAdoption.Of(adopted, rules, Guid.NewGuid);

    private static IReadOnlyList<ScaleRule> TryAdopt(IReadOnlyList<ScaleRule> rules, ScaleRule adopted)
    {
        try
        {
            return Apply(rules, Adopt(rules, adopted));
        }
        catch (DomainException refused) when (refused.Rule.Code == "SCALE_RULE_LATER_EXISTS")
        {
            return rules;
        }
    }

    private static ProductCatalogue After(ScaleAdoption adoption) =>
        new(ReferenceFiles.Levels(), ReferenceFiles.Products(), Apply(Published, adoption));

    private static IReadOnlyList<ScaleRule> Apply(IReadOnlyList<ScaleRule> rules, ScaleAdoption adoption)
    {
        var cut = adoption.Cut.Select(rule => rule.Id).ToHashSet();
        return [.. rules.Where(rule => !cut.Contains(rule.Id)), .. adoption.Cut, adoption.Adopted, .. adoption.Left];
    }

    private static string Scale(ProductCatalogue catalogue, string product, string day) =>
        catalogue.Rule(catalogue.Product(product, "product_id"), Day(day), "as_of").Scale.Word();

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "O", CultureInfo.InvariantCulture);
}
