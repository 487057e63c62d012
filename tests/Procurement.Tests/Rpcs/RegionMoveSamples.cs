using Regio.Procurement.Tests.Features;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;
using Regio.Testing.Rpcs;
using static Regio.Procurement.Tests.Features.ProcurementHost;

namespace Regio.Procurement.Tests.Rpcs;

/// <summary>Right requests about moves of regions, for the table over all rpcs.</summary>
internal sealed class RegionMoveSamples(ProcurementHost host) : ISampleRequests
{
    private readonly RegionMoveService.RegionMoveServiceClient _rpcs = new(host.Invoker(TestTokens.For(Roles.ContractManager)));

    public void AddTo(Samples samples) => samples
        .Add(() => Plan())
        .JudgedElsewhere<PlanRegionMoveRequest>("move.to_buyer_id")
        .Add(async () => new RescheduleRegionMoveRequest { Id = await PlannedAsync(Plan()), MoveDate = Day(2026, 9, 1), Reason = "Uitstel" })
        .Add(async () => new CancelRegionMoveRequest { Id = await PlannedAsync(Plan()), Reason = "Gaat niet door" })
        .Add(async () => new DecideRegionMoveRequest { Id = await PlannedAsync(Plan()), Decision = await DecisionAsync() })
        .Add(async () => new ExecuteRegionMoveRequest { Id = await PlannedAsync(WithoutLines()) })
        .Add(async () => new PreviewRegionMoveRequest { Id = await PlannedAsync(Plan()) })
        .Add(async () => new ListRegionMoveLinesRequest { Id = await PlannedAsync(Plan()) })
        .Add(async () => new GetRegionMoveRequest { Id = await PlannedAsync(Plan()) });

    private static PlanRegionMoveRequest Plan() => new()
    {
        RequestId = NewId(),
        Move = new RegionMove { FromBuyerIds = { "ZD", "NMD" }, ToBuyerId = "JHRD", MoveDate = Day(2026, 7, 1), Ground = "Gemeenschappelijke regeling" },
    };

    /// <summary>Of a region that bought in earlier years and nothing here, so that no other line is touched.</summary>
    private static PlanRegionMoveRequest WithoutLines() => new()
    {
        RequestId = NewId(),
        Move = new RegionMove { FromBuyerIds = { "INKOOP-DRENTHE" }, ToBuyerId = "JHRD", MoveDate = Day(2016, 7, 1), Ground = "Gemeenschappelijke regeling" },
    };

    private async Task<RegionMoveDecision> DecisionAsync()
    {
        var request = await host.RequestAsync();
        var other = Line(buyer: "NMD");
        other.TariffCents = 99_00;
        request.Contract.Lines.Add(other);
        var signed = await host.SignAsync((await host.Contracts.CreateContractAsync(request)).Contract);
        return new() { ProviderId = signed.ProviderId, ProductId = "ambulatory-help", Choice = RegionMoveChoice.AgreedTariff, KeepBuyerId = "ZD", TariffCents = 97_00, Reason = "Afgesproken" };
    }

    private async Task<string> PlannedAsync(PlanRegionMoveRequest request) => (await _rpcs.PlanRegionMoveAsync(request)).Move.Id;
}
