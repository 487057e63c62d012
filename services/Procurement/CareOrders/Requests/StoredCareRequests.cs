using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Regio.CareMessages;
using Regio.CareMessages.Answers;
using Regio.CareMessages.Model;
using Regio.Procurement.Persistence;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Security;
using Regio.ServiceDefaults.Time;

namespace Regio.Procurement.CareOrders.Requests;

/// <summary>A request that is to be answered, with what was asked.</summary>
/// <param name="Request">The request. Its answer changes it when that is taken in.</param>
/// <param name="Sides">Who asks whom, seen from who answers.</param>
/// <param name="Asked">The JW315 or JW317.</param>
/// <param name="Reference">The provider's reference, which the answer repeats.</param>
internal sealed record RequestToAnswer(CareRequest Request, CareSides Sides, Message Asked, string Reference);

/// <summary>Finds requests that are to be answered, and sends the answers as their municipality would. Works inside the transaction of its caller.</summary>
internal sealed class StoredCareRequests(
    ProcurementDbContext db, CareMessageReader messages, CareRequestReader requests, StoredCareFiles files, CareIntake intake, IOptions<CareMessageOptions> options, TimeProvider time)
{
    /// <summary>A request that waits and that the caller may answer. Whoever answers one between the same two sides meanwhile waits for the end of this transaction.</summary>
    public async Task<RequestToAnswer> FindAsync(string id, Caller caller, CancellationToken ct)
    {
        var key = Guid.ParseExact(id, "D");
        var party = await messages.PartyAsync(caller, ct);
        var open = db.Set<CareRequest>().AsNoTracking().Where(request => request.Id == key && (party.Code == null || request.MunicipalityId == party.Code));
        var found = await open.SingleOrDefaultAsync(ct) ?? throw CareOrderRules.NoRequest(id);
        var sides = new CareSides(found.MunicipalityId, found.ProviderAgbCode, IsFromMunicipality: true);
        await messages.WaitForTurnAsync(sides, ct);
        var request = await open.SingleAsync(ct);
        if (!request.IsWaiting)
            throw new DomainException(CareOrderRules.RequestAnswered, "care_request_id");
        var asked = await ReadAsync(request.MessageId, ct);
        return new RequestToAnswer(request, sides, asked, ReferenceIn(asked, request, sides));
    }

    /// <summary>What an answer adds of its own. Its number begins with a letter, so that it is none of those that a municipality counts.</summary>
    public async Task<AnswerStamp> StampAsync(CancellationToken ct) => new($"R{await messages.NextAnswerNumberAsync(ct)}", time.DutchToday(), options.Value.Versions);

    /// <summary>Sends the answer.</summary>
    public async Task<CareMessage> SendAsync(Message answer, Caller caller, CancellationToken ct) =>
        await intake.SendAsync(answer, await messages.PartyAsync(caller, ct), ct);

    /// <summary>A message that was taken, read again.</summary>
    public async Task<Message> ReadAsync(Guid message, CancellationToken ct)
    {
        using var content = new MemoryStream();
        await foreach (var piece in files.ReadAsync(message, ct))
            content.Write(piece);
        content.Position = 0;
        return MessageValidator.Validate(content).Message ?? throw new InvalidOperationException($"The message {message} was taken and cannot be read.");
    }

    private string ReferenceIn(Message asked, CareRequest request, CareSides sides)
    {
        var references = asked switch
        {
            Jw315 care => care.Client.AangevraagdeProducten.Select(product => product.ReferentieAanbieder),
            Jw317 change => [change.Client.Verzoek.ReferentieAanbieder],
            _ => [],
        };
        return references.First(reference => requests.ReferenceHash(reference, sides).AsSpan().SequenceEqual(request.ReferenceHash)).Data;
    }
}
