using Regio.Procurement.Tests.Features;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;
using static Regio.Procurement.Tests.Features.ProcurementHost;

namespace Regio.Procurement.Tests.Congruence;

/// <summary>Two regions side by side, from their contracts and tariffs of a day. On a database of its own: all lines of a region count.</summary>
public sealed class CompareRegionsTests(ProcurementHost host) : IClassFixture<ProcurementHost>
{
    private const int Before = 2046;
    private const int After = 2047;
    private readonly CongruenceService.CongruenceServiceClient _rpcs = new(host.Invoker(TestTokens.For(Roles.PolicyAdviser)));

    [Fact]
    public async Task The_lines_of_a_day_stand_side_by_side_and_the_burden_against_the_day_that_it_is_compared_with()
    {
        var provider = (await host.CreateProviderAsync()).Id;
        await SignAsync(provider, Before, ("ZD", 95_00), ("NMD", 97_00));
        await SignAsync(provider, After, ("ZD", 98_00), ("NMD", 98_00));
        var request = new CompareRegionsRequest
        {
            FirstBuyerId = "ZD", SecondBuyerId = "NMD", ProductId = "ambulatory-help", AsOf = Day(After, 6, 1), BaselineDate = Day(Before, 6, 1),
        };

        var after = await _rpcs.CompareRegionsAsync(request);
        request.AsOf = Day(Before, 6, 1);
        var before = await _rpcs.CompareRegionsAsync(request);

        Assert.Equal((98_00, 98_00), (Assert.Single(after.Products).First.Single().TariffCents, after.Products[0].Second.Single().TariffCents));
        Assert.Empty(after.Products[0].Differences);
        Assert.Equal(new BurdenCount { Count = 0, BaselineCount = 1, ReductionPercent = 25, TargetCount = 1, Reached = true }, after.Burden);
        Assert.Equal([RegionDifference.Tariff], Assert.Single(before.Products).Differences);
        Assert.Equal((95_00, 97_00, 3), (before.Products[0].First.Single().TariffCents, before.Products[0].Second.Single().TariffCents, before.Products[0].Second.Single().NoticeMonths));
    }

    private async Task SignAsync(string provider, int year, params (string Buyer, long Cents)[] lines)
    {
        var request = await host.RequestAsync(provider);
        request.Contract.Period = Year(year);
        request.Contract.Lines.Clear();
        foreach (var (buyer, cents) in lines)
        {
            var line = Line(buyer: buyer, year: year);
            line.TariffCents = cents;
            request.Contract.Lines.Add(line);
        }

        await host.SignAsync((await host.Contracts.CreateContractAsync(request)).Contract);
    }
}
