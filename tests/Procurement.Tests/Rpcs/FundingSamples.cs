using Regio.Procurement.Tests.Features;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;
using Regio.Testing.Rpcs;
using static Regio.Procurement.Tests.Features.ProcurementHost;

namespace Regio.Procurement.Tests.Rpcs;

/// <summary>Right requests about funding beside tariffs and subsidies, for the table over all rpcs.</summary>
internal sealed class FundingSamples(ProcurementHost host) : ISampleRequests
{
    private readonly FundingService.FundingServiceClient _rpcs = new(host.Invoker(TestTokens.For(Roles.ContractManager)));

    public void AddTo(Samples samples) => samples
        .Add(async () => OpenEnded((await host.CreateProviderAsync()).Id))
        .Add(async () => new EndFundingRequest { Id = await RecordedAsync(), EndDate = Day(2026, 7, 1) })
        .Add(async () => new RecordFundingCostRequest { Id = await RecordedAsync(), Year = 2025, CostCents = 1_001_01 })
        .Add(async () => new GetFundingYearRequest { Id = await RecordedAsync(), Year = 2025 });

    /// <summary>An open-ended obligation of which the payer bears a third of the risk.</summary>
    public static RecordFundingRequest OpenEnded(string provider) => new()
    {
        RequestId = NewId(),
        Funding = new V1.Funding
        {
            ProviderId = provider,
            PayerId = "ZD",
            Kind = FundingKind.OpenEnded,
            Subject = "Pleegwijzer",
            Period = new() { StartDate = Day(2025, 1, 1) },
            YearlyCents = 1_000_00,
            Instalments = 12,
            RiskBearer = RiskBearer.Shared,
            PayerPercent = 33,
            Ground = "Overeenkomst 2025, artikel 4",
        },
    };

    private async Task<string> RecordedAsync() => (await _rpcs.RecordFundingAsync(OpenEnded((await host.CreateProviderAsync()).Id))).Funding.Id;
}
