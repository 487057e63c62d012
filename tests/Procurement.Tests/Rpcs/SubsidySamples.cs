using Regio.Procurement.Tests.Features;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;
using Regio.Testing.Rpcs;
using static Regio.Procurement.Tests.Features.ProcurementHost;

namespace Regio.Procurement.Tests.Rpcs;

/// <summary>Right requests about subsidies, for the table over all rpcs.</summary>
internal sealed class SubsidySamples(ProcurementHost host) : ISampleRequests
{
    private readonly SubsidyService.SubsidyServiceClient _rpcs = new(host.Invoker(TestTokens.For(Roles.ContractManager)));

    public void AddTo(Samples samples) => samples
        .Add(async () => Application((await host.CreateProviderAsync()).Id))
        .Add(async () => Grant(await AppliedAsync()))
        .Add(async () => new EndSubsidyApplicationRequest { Id = await AppliedAsync(), Reason = "Geen geld meer", DecidedDate = Day(2025, 2, 3) })
        .Add(async () => Payment(await GrantedAsync(), SubsidyPaymentKind.Advance, 100_00))
        .Add(async () => new RecordSubsidyAccountRequest { Id = await GrantedAsync(), AccountedDate = Day(2026, 3, 2) })
        .Add(async () => Settlement(await GrantedAsync(), 0))
        .Add(async () => new GetSubsidyRequest { Id = await AppliedAsync() });

    public static RecordSubsidyApplicationRequest Application(string provider) => new()
    {
        RequestId = NewId(),
        Subsidy = new Subsidy
        {
            ProviderId = provider, GrantorId = "ZD", Subject = "Steunpunt pleegouders", Period = Year(2025), AskedCents = 50_000_01, AppliedDate = Day(2025, 1, 6),
        },
    };

    public static GrantSubsidyRequest Grant(string id, long cents = 40_000_01) => new()
    {
        RequestId = NewId(), Id = id, GrantedCents = cents, AccountDueDate = Day(2026, 4, 1), Reason = "Past in de visie", DecidedDate = Day(2025, 2, 3),
    };

    public static RecordSubsidyPaymentRequest Payment(string id, SubsidyPaymentKind kind, long cents) => new()
    {
        RequestId = NewId(), Id = id, Kind = kind, Cents = cents, PaidDate = kind == SubsidyPaymentKind.Advance ? Day(2025, 3, 3) : Day(2026, 6, 1),
    };

    public static SettleSubsidyRequest Settlement(string id, long cents, SubsidyReduction reduction = SubsidyReduction.ObligationsNotMet) => new()
    {
        RequestId = NewId(), Id = id, SettledCents = cents, Reduction = reduction, Reason = "Besluit", SettledDate = Day(2026, 5, 4),
    };

    private async Task<string> AppliedAsync() => (await _rpcs.RecordSubsidyApplicationAsync(Application((await host.CreateProviderAsync()).Id))).Subsidy.Id;

    private async Task<string> GrantedAsync() => (await _rpcs.GrantSubsidyAsync(Grant(await AppliedAsync()))).Subsidy.Id;
}
