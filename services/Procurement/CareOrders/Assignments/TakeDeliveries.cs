using Regio.CareMessages.Findings;
using Regio.CareMessages.Model;
using Regio.CareMessages.Rules;
using Regio.Procurement.Persistence;

namespace Regio.Procurement.CareOrders.Assignments;

/// <summary>
/// Takes in what a provider started (JW305) and stopped (JW307). Deletions come first, since a message may delete and send anew; the rest in
/// the order of its days. What is changed is kept only when no finding refuses it.
/// </summary>
internal sealed class TakeDeliveries(ProcurementDbContext db, CareAssignmentReader known)
{
    public async Task<List<Finding>> TakeAsync(Jw305 message, CareSides sides, CareArrival arrival, CancellationToken ct)
    {
        var starts = message.Client.StartProducten;
        var (client, held) = await HeldAsync(message.Client, sides, arrival, starts.All(start => start.ToewijzingNummer.HasValue), ct);
        var findings = new List<Finding>();
        foreach (var start in starts.OrderByDescending(start => start.StatusAanlevering.Is("3")).ThenBy(start => start.Begindatum.Data))
        {
            var assignment = Find(held, start.ToewijzingNummer, start.Product);
            if (assignment is null && !start.ToewijzingNummer.HasValue && !start.StatusAanlevering.Is("3"))
            {
                assignment = CareAssignment.Imply(Guid.CreateVersion7(arrival.At), sides, client, start, arrival);
                held.Add(assignment);
                db.Add(assignment);
            }

            if ((assignment is null ? KnownDeliveryRules.AssignmentKnown : assignment.Start(start, arrival)) is { } broken)
                findings.Add(At(broken, start, start.ToewijzingNummer, start.Begindatum, start.Product));
        }

        return findings;
    }

    public async Task<List<Finding>> TakeAsync(Jw307 message, CareSides sides, CareArrival arrival, CancellationToken ct)
    {
        var (_, held) = await HeldAsync(message.Client, sides, arrival, isOfKnown: true, ct);
        var findings = new List<Finding>();
        foreach (var stop in message.Client.StopProducten.OrderByDescending(stop => stop.StatusAanlevering.Is("3")).ThenBy(stop => stop.Einddatum.Data))
        {
            var assignment = Find(held, stop.ToewijzingNummer, stop.Product);
            if ((assignment is null ? KnownDeliveryRules.AssignmentKnown : assignment.Stop(stop, arrival)) is { } broken)
                findings.Add(At(broken, stop, stop.ToewijzingNummer, stop.Begindatum, stop.Product));
        }

        return findings;
    }

    private async Task<(Guid Client, List<CareAssignment> Held)> HeldAsync(
        NamedClient client, CareSides sides, CareArrival arrival, bool isOfKnown, CancellationToken ct)
    {
        var id = isOfKnown ? await known.FindClientAsync(client.Bsn.Data, ct) : await known.FindOrAddClientAsync(client.Bsn.Data, arrival.At, ct);
        return id is { } found ? (found, await known.OfClientAsync(sides, found, ct)) : (Guid.Empty, []);
    }

    private static CareAssignment? Find(List<CareAssignment> held, Value<long> number, Product? product) => number.HasValue
        ? held.Find(assignment => number.Is(assignment.Number ?? 0))
        : held.Find(assignment => assignment.Number is null && assignment.Care.IsProduct(product));

    private static Finding At(KnownRule rule, MessagePart part, Value<long> number, Value<DateOnly> begin, Product? product) =>
        rule == KnownDeliveryRules.AssignmentKnown ? rule.At(part, "ToewijzingNummer", number.Position)
        : rule == KnownDeliveryRules.LatestStart ? rule.At(part, "Begindatum", begin.Position)
        : rule == KnownDeliveryRules.ProductAsAssigned ? rule.At(part, "Product", product?.Position ?? default)
        : rule.At(part);
}
