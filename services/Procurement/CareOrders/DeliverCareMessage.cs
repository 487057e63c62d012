using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.CareOrders.Groups;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.Procurement.Vault;
using Regio.ServiceDefaults.Security;

namespace Regio.Procurement.CareOrders;

/// <summary>Takes in one file that a caller sends in pieces.</summary>
internal sealed class DeliverCareMessage(ProcurementDbContext db, CareMessageReader messages, TakeCareFile takeFile, ShownCareMessageReader shown, CareKeys keys)
{
    private const int MostFindingsAnswered = 100;

    public async Task<DeliverCareMessageResponse> RunAsync(IAsyncStreamReader<DeliverCareMessageRequest> pieces, Caller caller, CancellationToken ct)
    {
        var file = new CareIncomingFile(pieces);
        var announced = await file.AnnouncedDigestAsync(ct);
        var party = await messages.PartyAsync(caller, ct);
        var taken = await takeFile.RunAsync(announced, file.PiecesAsync(ct), party, ct);
        var (message, grouped) = (taken.Message, taken.Grouped);
        var findings = grouped?.Kept.Findings.Take(MostFindingsAnswered) ?? await FindingsAsync(message, ct);
        return new DeliverCareMessageResponse
        {
            Message = grouped is null ? await shown.ShowAsync(message, ct) : message.ToProto(keys, grouped.ProviderName),
            KnownAlready = taken.KnownAlready,
            Findings = { findings.Select(finding => finding.ToProto()) },
        };
    }

    private async Task<IReadOnlyList<CareFinding>> FindingsAsync(CareMessage message, CancellationToken ct) => message.FindingCount == 0
        ? []
        : await db.Set<CareFinding>().AsNoTracking().Where(f => f.MessageId == message.Id).OrderBy(f => f.Number).Take(MostFindingsAnswered).ToListAsync(ct);
}
