using Grpc.Core;
using Regio.Common.V1;
using Regio.Procurement.Tests.Features;
using Regio.Procurement.Tests.Rpcs;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;
using static Regio.Procurement.Tests.Features.ProcurementHost;

namespace Regio.Procurement.Tests.Worklist;

[Collection(nameof(ProcurementHost))]
public sealed class ProviderPageTests(ProcurementHost host)
{
    private readonly Watch _watch = new(host);

    [Fact]
    public async Task One_call_tells_all_about_a_provider_and_to_the_provider_all_but_the_signals()
    {
        var warned = await new CeilingDrafts(host).WarnedAsync();
        var provider = warned.ProviderId;
        var signal = await SignalAsync(provider);
        await _watch.Facts.RecordEssentialSupplyAsync(Supply(provider));

        var page = await PageAsync(provider, TestTokens.For(Roles.ContractManager));
        var own = await PageAsync(provider, TestTokens.For(Roles.Provider, provider: provider));

        Assert.Equal((warned.ContractId, warned.Id), (Assert.Single(page.Contracts).Id, Assert.Single(page.Ceilings).Id));
        Assert.Equal((signal.Id, "foster-care"), (Assert.Single(page.Signals).Id, Assert.Single(page.EssentialSupply).ProductId));
        Assert.Contains(page.Clocks, item => item.Kind == WorkKind.CeilingMeeting);
        Assert.Contains(page.Clocks, item => item.Kind == WorkKind.SignalFollowUp);
        Assert.Empty(own.Signals);
        Assert.DoesNotContain(own.Clocks, item => item.Kind == WorkKind.SignalFollowUp);
        Assert.Equal(page.Contracts, own.Contracts);
        var other = TestTokens.For(Roles.Provider, provider: (await host.CreateProviderAsync()).Id);
        Assert.Equal(StatusCode.NotFound, (await Refused.ByAsync(async () => await PageAsync(provider, other))).Code);
    }

    [Fact]
    public async Task The_page_tells_to_the_cent_what_is_agreed_and_paid_beside_tariffs_by_the_day()
    {
        var provider = (await host.CreateProviderAsync()).Id;
        var (subsidies, funding) = (new SubsidyService.SubsidyServiceClient(host.Invoker(TestTokens.For(Roles.ContractManager))), new FundingService.FundingServiceClient(host.Invoker(TestTokens.For(Roles.ContractManager))));
        var subsidy = (await subsidies.RecordSubsidyApplicationAsync(SubsidySamples.Application(provider))).Subsidy.Id;
        await subsidies.GrantSubsidyAsync(SubsidySamples.Grant(subsidy));
        await subsidies.RecordSubsidyPaymentAsync(SubsidySamples.Payment(subsidy, SubsidyPaymentKind.Advance, 30_000_00));
        await subsidies.SettleSubsidyAsync(SubsidySamples.Settlement(subsidy, 29_999_99));
        await subsidies.RecordSubsidyPaymentAsync(SubsidySamples.Payment(subsidy, SubsidyPaymentKind.Repayment, 1));
        var housing = FundingSamples.OpenEnded(provider);
        (housing.Funding.Kind, housing.Funding.RiskBearer, housing.Funding.PayerPercent) = (FundingKind.Housing, RiskBearer.Unspecified, 0);
        await funding.RecordFundingAsync(housing);

        // Granted and an advance paid; settled at less; the cent too much has come back.
        Assert.Equal([(40_000_01L, 30_000_00L, 1_000_00L, 250_00L), (29_999_99L, 30_000_00L, 1_000_00L, 416_66L), (29_999_99L, 29_999_99L, 1_000_00L, 500_00L)],
            new[] { await MoneyAsync(provider, Day(2025, 3, 31)), await MoneyAsync(provider, Day(2026, 5, 31)), await MoneyAsync(provider, Day(2026, 6, 1)) });
        var page = await PageAsync(provider, TestTokens.For(Roles.Provider, provider: provider), Day(2025, 12, 31));
        Assert.Equal((subsidy, FundingKind.Housing, 12), (Assert.Single(page.Subsidies).Id, Assert.Single(page.Funding).Funding.Kind, page.Funding[0].Instalments.Count));
    }

    [Fact]
    public async Task A_signal_is_closed_once_with_what_came_of_it()
    {
        var provider = (await host.CreateProviderAsync()).Id;
        var signal = await SignalAsync(provider);
        CloseContinuitySignalRequest Close() => new() { RequestId = NewId(), Id = signal.Id, ClosedDate = Day(2026, 11, 10), Outcome = "Jaarrekening is binnen" };

        Assert.Equal(Day(2026, 11, 10), (await _watch.Facts.CloseContinuitySignalAsync(Close())).Signal.ClosedDate);
        Assert.Equal("SIGNAL_CLOSED", (await Refused.ByAsync(async () => await _watch.Facts.CloseContinuitySignalAsync(Close()))).Reason);
        Assert.Empty((await PageAsync(provider, TestTokens.For(Roles.ContractManager))).Signals);
    }

    [Fact]
    public async Task Essential_supply_is_recorded_once_for_a_product_on_a_day()
    {
        var provider = (await host.CreateProviderAsync()).Id;
        await _watch.Facts.RecordEssentialSupplyAsync(Supply(provider));

        var twice = await Refused.ByAsync(async () => await _watch.Facts.RecordEssentialSupplyAsync(Supply(provider)));

        Assert.Equal((StatusCode.AlreadyExists, "ESSENTIAL_SUPPLY_OVERLAPS"), (twice.Code, twice.Reason));
    }

    private static RecordEssentialSupplyRequest Supply(string provider) => new()
    {
        RequestId = NewId(), Supply = new EssentialSupply { ProviderId = provider, ProductId = "foster-care", Period = new() { StartDate = Day(2026, 1, 1) }, Ground = "Enige pleegzorg in de regio" },
    };

    private async Task<ContinuitySignal> SignalAsync(string provider) => (await _watch.Facts.RecordContinuitySignalAsync(new()
    {
        RequestId = NewId(),
        Signal = new ContinuitySignal { ProviderId = provider, Kind = SignalKind.Finance, Summary = "Jaarrekening komt laat", NotedDate = Day(2026, 11, 1), FollowUpDate = Day(2026, 12, 1) },
    })).Signal;

    private async Task<GetProviderPageResponse> PageAsync(string provider, string token, Date? day = null) =>
        await new WorklistService.WorklistServiceClient(host.Invoker(token)).GetProviderPageAsync(new() { Id = provider, AsOf = day });

    private async Task<(long SubsidyAgreed, long SubsidyPaid, long FundingAgreed, long FundingDue)> MoneyAsync(string provider, Date day)
    {
        var money = (await PageAsync(provider, TestTokens.For(Roles.ContractManager), day)).OtherMoney;
        return (money.SubsidyAgreedCents, money.SubsidyPaidCents, money.FundingAgreedCents, money.FundingDueCents);
    }
}
