using Grpc.Core;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;
using static Regio.Procurement.Tests.Features.ProcurementHost;
using Period = Regio.Common.V1.Period;
using Source = Regio.Common.V1.Source;

namespace Regio.Procurement.Tests.Features;

[Collection(nameof(ProcurementHost))]
public sealed class CatalogueTests(ProcurementHost host)
{
    private static readonly Source Decision = new() { Title = "Besluit van het ABO", Place = "punt 4" };

    private readonly CatalogueService.CatalogueServiceClient _regiomanager = new(host.Invoker(TestTokens.For(Roles.Regiomanager)));

    /// <summary>The purchasing history: the same product and buyer, accepted and refused on different days.</summary>
    [Theory]
    [InlineData("ambulatory-help", "INKOOP-DRENTHE", 2015, null)]
    [InlineData("ambulatory-help", "INKOOP-DRENTHE", 2016, null)]
    [InlineData("ambulatory-help", "ZD", 2016, "REGION_UNKNOWN")]
    [InlineData("ambulatory-help", "ZD", 2017, null)]
    [InlineData("ambulatory-help", "JHRD", 2017, "SCALE_RULE_VIOLATED")]
    [InlineData("foster-care", "NMD", 2017, "SCALE_RULE_VIOLATED")]
    [InlineData("foster-care", "JHRD", 2017, null)]
    [InlineData("child-protection", "ZD", 2018, "SCALE_RULE_VIOLATED")]
    [InlineData("secure-care", "ZD", 2019, "SCALE_RULE_VIOLATED")]
    [InlineData("secure-care", "JHRD", 2019, null)]
    [InlineData("family-psychiatry", "ZD", 2024, null)]
    [InlineData("family-psychiatry", "ZD", 2025, "SCALE_RULE_VIOLATED")]
    [InlineData("family-psychiatry", "JHRD", 2025, null)]
    [InlineData("local-help-2", "ZD", 2020, "SCALE_RULE_VIOLATED")]
    [InlineData("local-help-2", "GM0106", 2020, null)]
    public async Task What_was_bought_by_whom_in_which_year(string product, string buyer, int year, string? reason)
    {
        var request = await host.RequestAsync();
        request.Contract.Period = Year(year);
        request.Contract.Lines[0] = Line(product, buyer, year);

        if (reason is null)
            await host.Contracts.CreateContractAsync(request);
        else
            Assert.Equal(reason, (await Refused.ByAsync(async () => await host.Contracts.CreateContractAsync(request))).Reason);
    }

    [Fact]
    public async Task An_adopted_rule_decides_from_its_first_day_and_is_published_with_the_rule_that_gave_way()
    {
        var year = await FreeYearAsync();
        var old = (await host.Catalogue.ResolveScaleAsync(new() { ProductId = "daytime-care", AsOf = Day(year, 1, 1) })).ScaleRule;

        var answer = await _regiomanager.AdoptScaleRuleAsync(Adopt(7, 7, Day(year, 1, 1)));

        var resolved = await host.Catalogue.ResolveScaleAsync(new() { ProductId = "daytime-care", AsOf = Day(year, 1, 1) });
        Assert.Equal(answer.ScaleRule, resolved.ScaleRule);
        Assert.Equal(old.Id, (await host.Catalogue.ResolveScaleAsync(new() { ProductId = "daytime-care", AsOf = Day(year - 1, 12, 31) })).ScaleRule.Id);
        Assert.Equal("procurement-region", await ScaleAsync("residential-care", year));
        Assert.Equal([old.Id], answer.ChangedRules.Select(rule => rule.Id).Where(id => id == old.Id));
        Assert.Equal(2, await host.Database.ScalarAsync<long>(
            $"select count(distinct lane) from outbox_message where lane in ('{old.Id}', '{answer.ScaleRule.Id}') and message_type like '%.ScaleRuleRecorded,%'"));
    }

    [Fact]
    public async Task A_rule_that_gave_way_stays_so_when_the_published_facts_are_loaded_again()
    {
        var year = await FreeYearAsync();
        await _regiomanager.AdoptScaleRuleAsync(Adopt(4, 4, Day(year, 1, 1)));

        var replica = await host.StartAsync(host.Register.GrpcAddress.ToString());
        try
        {
            await ReadyAsync(replica.CreateHttpClient());
            Assert.Equal("drenthe", await ScaleAsync("generalist-help", year));
        }
        finally
        {
            await replica.DisposeAsync();
        }
    }

    [Fact]
    public async Task Of_rules_adopted_at_the_same_moment_for_the_same_levels_one_holds()
    {
        var year = await FreeYearAsync();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            try
            {
                await _regiomanager.AdoptScaleRuleAsync(Adopt(1, 1, Day(year, 1, 1)));
                return "adopted";
            }
            catch (RpcException exception)
            {
                return Refused.Of(exception).Reason;
            }
        }));

        Assert.Single(outcomes, "adopted");
        Assert.Equal(3, outcomes.Count(outcome => outcome == "SCALE_RULE_LATER_EXISTS"));
    }

    [Fact]
    public async Task A_new_product_is_bought_in_its_own_period_only()
    {
        var request = NewProduct();
        var product = (await host.Catalogue.CreateProductAsync(request)).Product;
        Assert.Equal(product, (await host.Catalogue.CreateProductAsync(request)).Product);
        Assert.Contains(product, await ProductsAsync(Day(2026, 6, 1)));
        Assert.DoesNotContain(product, await ProductsAsync(Day(2025, 6, 1)));

        var early = await host.RequestAsync();
        early.Contract.Period = Year(2025);
        early.Contract.Lines[0] = Line(product.Id, year: 2025);
        var refused = await Refused.ByAsync(async () => await host.Contracts.CreateContractAsync(early));
        Assert.Equal((StatusCode.InvalidArgument, "PRODUCT_NOT_OFFERED", "contract.lines[0].period"), (refused.Code, refused.Reason, refused.Fields[0]));
        Assert.Equal("2026-01-01", refused.Metadata["from"]);

        early.Contract.Period = Year(2026);
        early.Contract.Lines[0] = Line(product.Id, year: 2026);
        await host.Contracts.CreateContractAsync(early);
    }

    [Theory]
    [InlineData("id", "INVALID_REQUEST", "product.id")]
    [InlineData("source", "INVALID_REQUEST", "product.source")]
    [InlineData("level", "LEVEL_UNKNOWN", "product.level")]
    [InlineData("category", "CARE_CATEGORY_UNKNOWN", "product.care_category")]
    [InlineData("code", "CARE_CODE_WITHOUT_CATEGORY", "product.care_code")]
    [InlineData("exists", "PRODUCT_EXISTS", "product.id")]
    public async Task A_product_that_cannot_be_is_refused(string what, string reason, string field)
    {
        var request = NewProduct();
        switch (what)
        {
            case "id": request.Product.Id = "Ambulant!"; break;
            case "source": request.Product.Source = null; break;
            case "level": request.Product.Level = 9; break;
            case "category": request.Product.CareCategory = "39"; break;
            case "code": (request.Product.CareCategory, request.Product.CareCode) = ("", "45A04"); break;
            default: request.Product.Id = "foster-care"; break;
        }

        var refused = await Refused.ByAsync(async () => await host.Catalogue.CreateProductAsync(request));
        Assert.Equal((reason, field), (refused.Reason, Assert.Single(refused.Fields)));
    }

    [Theory]
    [InlineData("nothing", "INVALID_REQUEST", "scale_rule")]
    [InlineData("scale", "INVALID_REQUEST", "scale_rule.scale")]
    [InlineData("ground", "INVALID_REQUEST", "scale_rule.ground")]
    [InlineData("subject", "SCALE_RULE_SUBJECT", "scale_rule.product_id")]
    [InlineData("product", "PRODUCT_UNKNOWN", "scale_rule.product_id")]
    [InlineData("past", "SCALE_RULE_LATER_EXISTS", "scale_rule.period")]
    public async Task A_rule_that_cannot_be_is_refused(string what, string reason, string field)
    {
        var request = Adopt(6, 6, Day(2095, 1, 1));
        switch (what)
        {
            case "nothing": request.ScaleRule = null; break;
            case "scale": request.ScaleRule.Scale = Scale.Unspecified; break;
            case "ground": request.ScaleRule.Ground = " "; break;
            case "subject": request.ScaleRule.ProductId = "foster-care"; break;
            case "product": (request.ScaleRule.ProductId, request.ScaleRule.LevelFrom, request.ScaleRule.LevelTo) = ("unknown", 0, 0); break;
            default: request.ScaleRule.Period.StartDate = Day(2015, 1, 1); break;
        }

        var refused = await Refused.ByAsync(async () => await _regiomanager.AdoptScaleRuleAsync(request));
        Assert.Equal((reason, field), (refused.Reason, Assert.Single(refused.Fields)));
    }

    [Fact]
    public async Task Exceptions_are_counted_once_signed_and_while_they_hold()
    {
        var request = await host.RequestAsync();
        request.Contract.Period = Year(2071);
        request.Contract.Lines[0] = Line("foster-care", year: 2071);
        (request.Contract.Lines[0].ScaleException, request.Contract.Lines[0].ExceptionGround) = (ScaleException.Transition, "Lopende zorg");
        var draft = (await host.Contracts.CreateContractAsync(request)).Contract;
        Assert.Empty(await CountsAsync(2071));

        await host.SignAsync(draft);

        var count = Assert.Single(await CountsAsync(2071));
        Assert.Equal((ScaleException.Transition, "foster-care", "ZD", 1L), (count.ScaleException, count.ProductId, count.BuyerId, count.Lines));
        Assert.Empty(await CountsAsync(2072));
        var refused = await Refused.ByAsync(async () => await host.Catalogue.CountScaleExceptionsAsync(new()));
        Assert.Equal("period", Assert.Single(refused.Fields));
    }

    private static CreateProductRequest NewProduct() => new()
    {
        RequestId = NewId(),
        Product = new Product
        {
            Id = $"test-{Guid.CreateVersion7():N}",
            Name = "Hulp in een proef",
            Level = 5,
            Unit = TariffUnit.Hour,
            CareCategory = "45",
            CareCode = "45A04",
            Period = new Period { StartDate = Day(2026, 1, 1) },
            Source = Decision,
        },
    };

    private static AdoptScaleRuleRequest Adopt(int from, int to, Common.V1.Date start) => new()
    {
        RequestId = NewId(),
        ScaleRule = new ScaleRule
        {
            LevelFrom = from,
            LevelTo = to,
            Scale = Scale.Drenthe,
            Executor = "de nieuwe uitvoeringsorganisatie",
            Period = new Period { StartDate = start },
            Ground = "Besluit over de schaal",
            Source = Decision,
        },
    };

    private async Task<string> ScaleAsync(string product, int year)
    {
        var answer = await host.Catalogue.ResolveScaleAsync(new() { ProductId = product, AsOf = Day(year, 1, 1) });
        return answer.ScaleRule.Scale == Scale.Drenthe ? "drenthe" : answer.ScaleRule.Scale == Scale.ProcurementRegion ? "procurement-region" : "other";
    }

    private async Task<IEnumerable<Product>> ProductsAsync(Common.V1.Date asOf) =>
        (await host.Catalogue.ListInterventionLevelsAsync(new() { AsOf = asOf })).InterventionLevels.SelectMany(level => level.Products);

    private async Task<IEnumerable<ScaleExceptionCount>> CountsAsync(int year) =>
        (await host.Catalogue.CountScaleExceptionsAsync(new() { Period = Year(year) })).Counts;

    /// <summary>A year after every rule that is known: a rule is adopted from a later day than those for the same.</summary>
    private async Task<int> FreeYearAsync() =>
        await host.Database.ScalarAsync<int>("select greatest(2080, extract(year from max(lower(validity)))::int + 1) from scale_rule");
}
