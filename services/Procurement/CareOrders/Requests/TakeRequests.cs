using Regio.CareMessages.Findings;
using Regio.CareMessages.Model;
using Regio.CareMessages.Rules;
using Regio.Procurement.CareOrders.Assignments;
using Regio.Procurement.Persistence;

namespace Regio.Procurement.CareOrders.Requests;

/// <summary>
/// Takes in what a provider asks (JW315, JW317) and what a municipality answers (JW319, and JW301 where it honours a request). What it changes
/// is kept only when no finding refuses it.
/// </summary>
internal sealed class TakeRequests(ProcurementDbContext db, CareAssignmentReader assignments, CareRequestReader requests, OutsideReader outside)
{
    public async Task<List<Finding>> TakeAsync(Jw315 message, CareSides sides, CareArrival arrival, CancellationToken ct)
    {
        var products = message.Client.AangevraagdeProducten;
        var date = message.Header.BerichtIdentificatie.Dagtekening.Data;
        List<Finding> findings =
        [
            .. await outside.CheckMunicipalityAsync(message, sides, products.Select(product => product.ToewijzingIngangsdatum.Data), ct),
            .. await outside.CheckCodesAsync([.. products.Select(product => ((MessagePart)product, product.Product))], ct),
        ];
        var client = await assignments.FindOrAddClientAsync(message.Client.Bsn.Data, arrival.At, ct);
        var held = await assignments.OfClientAsync(sides, client, ct);
        var hashes = products.ToDictionary(product => product, product => requests.ReferenceHash(product.ReferentieAanbieder, sides));
        var used = await requests.UsedAsync(hashes.Values, ct);
        if (await requests.IsAnyWaitingAsync(sides, client, ct))
            findings.Add(KnownRequestRules.NoneOpen.At(message.Client));
        foreach (var (product, reference) in hashes)
        {
            if (used.Contains(Convert.ToHexString(reference)))
                findings.Add(KnownRequestRules.ReferenceUnique.At(product, nameof(product.ReferentieAanbieder), product.ReferentieAanbieder.Position));
            if (held.Exists(assignment => assignment.Care.IsCurrentOn(date) && Gives(assignment.Care, product)))
                findings.Add(KnownRequestRules.NotAssignedYet.At(product));
            var asked = new AskedCare(315, product.Product?.Categorie.Data, product.ToewijzingIngangsdatum.Data, date);
            db.Add(CareRequest.Receive(Guid.CreateVersion7(arrival.At), sides, client, reference, asked, arrival));
        }

        return findings;
    }

    public async Task<List<Finding>> TakeAsync(Jw317 message, CareSides sides, CareArrival arrival, CancellationToken ct)
    {
        var (client, asked) = (message.Client, message.Client.Verzoek);
        var date = message.Header.BerichtIdentificatie.Dagtekening.Data;
        var id = await assignments.FindClientAsync(client.Bsn.Data, ct);
        List<CareAssignment> held = id is { } known ? await assignments.OfClientAsync(sides, known, ct) : [];
        if (held.Count == 0)
            return [KnownClaimRules.ClientKnown.At(client, nameof(client.Bsn), client.Bsn.Position)];
        var reference = requests.ReferenceHash(asked.ReferentieAanbieder, sides);
        List<Finding> findings = [.. await outside.CheckCodesAsync([.. asked.NieuweProducten.Select(product => ((MessagePart)product, product.Product))], ct)];
        if ((await requests.UsedAsync([reference], ct)).Count > 0)
            findings.Add(KnownRequestRules.ReferenceUnique.At(asked, nameof(asked.ReferentieAanbieder), asked.ReferentieAanbieder.Position));
        if (await requests.IsAnyWaitingAsync(sides, id!.Value, ct))
            findings.Add(KnownRequestRules.NoneOpen.At(client));
        findings.AddRange(AskedChange.Check(asked, held, date));
        var from = asked.TeWijzigenProducten.Select(each => each.GewensteIngangsdatum.Data).Concat(asked.NieuweProducten.Select(each => each.GewensteIngangsdatum.Data)).Min();
        db.Add(CareRequest.Receive(Guid.CreateVersion7(arrival.At), sides, id.Value, reference, new AskedCare(317, Category: null, from, date), arrival));
        return findings;
    }

    public async Task<List<Finding>> AnswerAsync(Jw319 message, CareSides sides, CareArrival arrival, CancellationToken ct)
    {
        var answer = message.Antwoord;
        var reference = requests.ReferenceHash(answer.ReferentieAanbieder, sides);
        if (!(await requests.FindAsync(sides, [reference], ct)).TryGetValue(Convert.ToHexString(reference), out var request))
            return [KnownRequestRules.Asked.At(answer, nameof(answer.ReferentieAanbieder), answer.ReferentieAanbieder.Position)];
        return request.Answer(answer, arrival) is { } broken ? [broken.At(answer, nameof(answer.VerzoekAntwoord), answer.VerzoekAntwoord.Position)] : [];
    }

    /// <summary>An assignment that names the reference of a request honours it (TR379).</summary>
    public async Task<List<Finding>> HonourAsync(Jw301 message, CareSides sides, Guid? client, CareArrival arrival, CancellationToken ct)
    {
        var honouring = message.Client.ToegewezenProducten.Where(product => product.ReferentieAanbieder.HasValue)
            .ToDictionary(product => product, product => Convert.ToHexString(requests.ReferenceHash(product.ReferentieAanbieder, sides)));
        if (honouring.Count == 0)
            return [];
        var asked = await requests.FindAsync(sides, [.. honouring.Values.Distinct().Select(Convert.FromHexString)], ct);
        return
        [
            .. from product in honouring
               where !asked.TryGetValue(product.Value, out var request) || request.ClientId != client || request.Grant(arrival) is not null
               select KnownRequestRules.HonoursRequest.At(product.Key, nameof(product.Key.ReferentieAanbieder), product.Key.ReferentieAanbieder.Position),
        ];
    }

    private static bool Gives(AssignedCare care, AangevraagdProduct asked) =>
        Stacking.IsSameProduct(care.Category, care.Code, asked.Product?.Categorie.Data, asked.Product?.Code.OrNull())
        && Stacking.Overlap(care.StartsOn, care.EndsOn, asked.ToewijzingIngangsdatum.Data, asked.ToewijzingEinddatum.DayOrNull());
}
