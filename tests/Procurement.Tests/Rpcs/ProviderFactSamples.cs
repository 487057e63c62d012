using Regio.Procurement.Tests.Features;
using Regio.Procurement.Tests.Worklist;
using Regio.Procurement.V1;
using Regio.Testing.Rpcs;
using static Regio.Procurement.Tests.Features.ProcurementHost;

namespace Regio.Procurement.Tests.Rpcs;

/// <summary>Right requests about what is known of providers, for the table over all rpcs.</summary>
internal sealed class ProviderFactSamples(ProcurementHost host) : ISampleRequests
{
    private readonly Watch _watch = new(host);

    public void AddTo(Samples samples) => samples
        .Add(async () => await CertificateAsync())
        .Add(async () => new SuspendCertificateRequest
        {
            Id = (await _watch.Facts.RecordCertificateAsync(await CertificateAsync())).Certificate.Id, SuspendedDate = Day(2026, 6, 1), Ground = "Besluit",
        })
        .Add(async () => new LiftCertificateSuspensionRequest { Id = await SuspendedAsync(), LiftedDate = Day(2026, 7, 1), Ground = "Hersteld" })
        .Add(async () => await SignalAsync())
        .Add(async () => new CloseContinuitySignalRequest { Id = (await _watch.Facts.RecordContinuitySignalAsync(await SignalAsync())).Signal.Id, ClosedDate = Day(2026, 6, 1), Outcome = "Opgelost" })
        .Add(async () => new RecordEssentialSupplyRequest
        {
            Supply = new EssentialSupply { ProviderId = (await host.CreateProviderAsync()).Id, ProductId = "foster-care", Period = Year(2026), Ground = "Enige in de regio" },
        })
        .Add(() => new ListWorkItemsRequest())
        .Add(async () => new GetProviderPageRequest { Id = (await host.CreateProviderAsync()).Id });

    private async Task<RecordCertificateRequest> CertificateAsync() => new()
    {
        RequestId = NewId(), Certificate = new Certificate { ProviderId = (await host.CreateProviderAsync()).Id, Name = "Jeugdbescherming", Period = Year(2026) },
    };

    private async Task<string> SuspendedAsync()
    {
        var certificate = (await _watch.Facts.RecordCertificateAsync(await CertificateAsync())).Certificate;
        await _watch.Facts.SuspendCertificateAsync(new() { RequestId = NewId(), Id = certificate.Id, SuspendedDate = Day(2026, 6, 1), Ground = "Besluit" });
        return certificate.Id;
    }

    private async Task<RecordContinuitySignalRequest> SignalAsync() => new()
    {
        RequestId = NewId(),
        Signal = new ContinuitySignal { ProviderId = (await host.CreateProviderAsync()).Id, Kind = SignalKind.Staff, Summary = "Veel verloop", NotedDate = Day(2026, 1, 1), FollowUpDate = Day(2026, 2, 1) },
    };
}
