using Google.Protobuf;
using Regio.Procurement.Tests.CareOrders;
using Regio.Procurement.Tests.Features;
using Regio.Procurement.V1;
using Regio.Testing.Rpcs;

namespace Regio.Procurement.Tests.Rpcs;

/// <summary>Right requests about care messages, for the table over all rpcs.</summary>
internal sealed class CareOrderSamples(ProcurementHost host) : ISampleRequests
{
    private readonly CareFiles _files = new(host);

    public void AddTo(Samples samples) => samples
        .Add(() =>
        {
            var file = CareFiles.Bytes(CareFiles.Start(host.NewAgbCode()));
            return new DeliverCareMessageRequest { Header = new() { Sha256 = CareFiles.Sha256(file) }, Chunk = ByteString.CopyFrom(file) };
        })
        .Add(async () => new GetCareMessageRequest { Id = await RefusedAsync() })
        .Add(() => new ListCareMessagesRequest { Kind = "JW305" })
        .Add(() => new ListOverdueCareRequest())
        .Add(() => new ListOpenCareRequestsRequest())
        .Add(() => new ListUncontractedClaimsRequest())
        .Add(async () => new ListCareFindingsRequest { Id = await RefusedAsync() })
        .Add(async () => new DownloadCareAnswerRequest { Id = await RefusedAsync() });

    private async Task<string> RefusedAsync() => (await _files.DeliverAsync(CareFiles.Start(host.NewAgbCode(), bsn: "999900007"))).Message.Id;
}
