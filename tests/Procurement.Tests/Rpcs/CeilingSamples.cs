using Google.Protobuf;
using Regio.Procurement.Tests.Features;
using Regio.Procurement.V1;
using Regio.Testing.Rpcs;
using static Regio.Procurement.Tests.Features.ProcurementHost;

namespace Regio.Procurement.Tests.Rpcs;

/// <summary>Right requests about ceilings, spend and client stops, for the table over all rpcs.</summary>
internal sealed class CeilingSamples(ProcurementHost host) : ISampleRequests
{
    private readonly CeilingDrafts _drafts = new(host);

    public void AddTo(Samples samples) => samples
        .Add(async () => CeilingDrafts.Proposal(await _drafts.SignedAsync()))
        .Add(async () => new RecordCeilingViewRequest { Id = (await _drafts.IntendedAsync()).Id, View = "Krap" })
        .Add(async () => new DecideCeilingRequest { Id = (await _drafts.ViewedAsync()).Id, Reason = "Passend" })
        .Add(async () => new RecordCeilingMeetingRequest { Id = (await _drafts.WarnedAsync()).Id, MeetingDate = Day(2026, 4, 1) })
        .Add(async () => new AdjustCeilingRequest { Id = (await _drafts.MetAsync()).Id, AmountCents = 120_000_00, Reason = "Meer vraag" })
        .Add(async () => new CloseCeilingRequest { Id = (await _drafts.ActiveAsync(2025)).Id })
        .Add(async () => new RecordSpendRequest { Rows = { CeilingDrafts.Row((await _drafts.SignedAsync()).Id, 10_00) } })
        .JudgedElsewhere<RecordSpendRequest>("rows[0].contract_id")
        .JudgedElsewhere<RecordSpendRequest>("rows[0].product_id")
        .JudgedElsewhere<RecordSpendRequest>("rows[0].municipality_id")
        .Add(() => new ImportSpendRequest { Content = ByteString.CopyFromUtf8("Contract;Product;Municipality;Month;Amount;AlwaysPaid\n") })
        .Add(async () => new GetCeilingRequest { Id = (await _drafts.IntendedAsync()).Id })
        .Add(async () => new ListCeilingsRequest { ContractId = (await _drafts.IntendedAsync()).ContractId })
        .Add(async () => new GetCeilingWarningLetterRequest { Id = (await _drafts.WarnedAsync()).Id })
        .Add(async () => Stop((await host.CreateProviderAsync()).Id))
        .Add(async () => await LiftAsync())
        .Add(async () => new ReviewClientStopRequest { Id = (await LiftAsync()).Id, ReviewDate = Day(2026, 6, 1) });

    private static RecordClientStopRequest Stop(string provider) => new()
    {
        RequestId = NewId(),
        ClientStop = new ClientStop
        {
            ProviderId = provider,
            ProductId = "ambulatory-help",
            Declarer = ClientStopDeclarer.Provider,
            AnnouncedDate = Day(2026, 3, 1),
            Period = new() { StartDate = Day(2026, 4, 1) },
            Ground = "Wachtlijst",
        },
    };

    private async Task<LiftClientStopRequest> LiftAsync()
    {
        var stop = (await _drafts.Rpcs.RecordClientStopAsync(Stop((await host.CreateProviderAsync()).Id))).ClientStop;
        return new() { Id = stop.Id, EndDate = Day(2026, 6, 1) };
    }
}
