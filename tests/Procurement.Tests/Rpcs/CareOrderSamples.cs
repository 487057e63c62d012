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
        .Add(async () => new InvestigateCareRequestRequest { CareRequestId = (await AskedAsync()).Request })
        .Add(async () => new RejectCareRequestRequest { CareRequestId = (await AskedAsync()).Request, Reason = "3" })
        .Add(async () => new GrantCareRequestRequest { CareRequestId = (await AskedAsync()).Request, Address = new() { PostalCode = "9401AB", HouseNumber = 1 } })
        .Add(async () => new DownloadCareMessageRequest { Id = (await AskedAsync()).Message }, municipality: "GM0106")
        .Add(() => new ListUncontractedClaimsRequest())
        .Add(async () => new ListCareFindingsRequest { Id = await RefusedAsync() })
        .Add(async () => new DownloadCareAnswerRequest { Id = await RefusedAsync() });

    private async Task<(string Message, string Request)> AskedAsync()
    {
        var letters = new CareLetters(host.NewAgbCode());
        var asked = await _files.DeliverAsync(letters.Ask(CareLetters.Asked($"V{CareLetters.NewAssignment()}")));
        return (asked.Message.Id, (await host.Database.ScalarAsync<string>($"select id::text from care_request where message_id = '{asked.Message.Id}'"))!);
    }

    private async Task<string> RefusedAsync() => (await _files.DeliverAsync(CareFiles.Start(host.NewAgbCode(), bsn: "999900007"))).Message.Id;
}
