using Google.Protobuf.WellKnownTypes;
using Regio.Procurement.Tests.Features;
using Regio.Procurement.V1;
using Regio.Testing.Rpcs;

namespace Regio.Procurement.Tests.Rpcs;

/// <summary>Right requests about providers and contracts, for the table over all rpcs.</summary>
internal sealed class ContractSamples(ProcurementHost host) : ISampleRequests
{
    private static readonly FieldMask Subject = new() { Paths = { "subject" } };

    public void AddTo(Samples samples) => samples
        .Add(() => new CreateProviderRequest { Provider = new Provider { Name = "Proef", AgbCode = host.NewAgbCode() } })
        .Add(async () => new UpdateProviderRequest { Provider = Renamed(await host.CreateProviderAsync()), UpdateMask = new() { Paths = { "name" } } })
        .Add(async () => new GetProviderRequest { Id = (await host.CreateProviderAsync()).Id })
        .Add(() => host.RequestAsync())
        .Add(async () => new UpdateContractRequest { Contract = Changed(await host.DraftAsync()), UpdateMask = Subject })
        .Add(async () => new SignContractRequest { Id = (await host.DraftAsync()).Id })
        .Add(async () => new AmendContractRequest
        {
            Id = await SignedAsync(), EffectiveDate = ProcurementHost.Day(2026, 6, 1), Reason = "Meer vraag", AddedLines = { Added() },
        })
        .Add(async () => new RenewContractRequest
        {
            Id = await SignedAsync(), CurrentEndDate = ProcurementHost.Day(2027, 1, 1), AnnouncedDate = ProcurementHost.Day(2026, 3, 1),
        })
        .Add(async () => new DissolveContractRequest { Id = await SignedAsync(), EffectiveDate = ProcurementHost.Day(2026, 6, 1), Ground = DissolutionGround.Breach })
        .Add(async () => new TransferContractRequest
        {
            Id = await SignedAsync(), ToProviderId = (await host.CreateProviderAsync()).Id, EffectiveDate = ProcurementHost.Day(2026, 6, 1), Ground = TransferGround.Merger,
        })
        .Add(async () => new TerminateContractRequest { Id = await SignedAsync(), EndDate = ProcurementHost.Day(2026, 6, 1) })
        .Add(async () => new GetContractRequest { Id = (await host.DraftAsync()).Id });

    private static Provider Renamed(Provider provider) => new() { Id = provider.Id, Name = "Anders" };

    private static Contract Changed(Contract draft) => new() { Id = draft.Id, Subject = "Anders" };

    private static ContractLine Added()
    {
        var line = ProcurementHost.Line();
        (line.Lot, line.Period.StartDate) = ("2", ProcurementHost.Day(2026, 6, 1));
        return line;
    }

    private async Task<string> SignedAsync() => (await host.SignAsync(await host.DraftAsync())).Id;
}
