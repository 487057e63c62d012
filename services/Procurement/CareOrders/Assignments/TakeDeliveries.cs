using Regio.CareMessages.Findings;
using Regio.CareMessages.Model;
using Regio.CareMessages.Rules;

namespace Regio.Procurement.CareOrders.Assignments;

/// <summary>
/// Takes in what a provider started (JW305) and stopped (JW307). Deletions come first, since a message may delete and send anew; the rest in
/// the order of its days. What is changed is kept only when no finding refuses it.
/// </summary>
internal static class TakeDeliveries
{
    public static List<Finding> Take(Jw305 message, CareSides sides, KnownClient known, CareArrival arrival)
    {
        var starts = message.Client.StartProducten;
        // A start without a number stands for an assignment, so its client is known from then on.
        var client = starts.All(start => start.ToewijzingNummer.HasValue) ? Guid.Empty : known.IdOrNew(arrival.At);
        var findings = new List<Finding>();
        foreach (var start in starts.OrderByDescending(start => start.StatusAanlevering.Is("3")).ThenBy(start => start.Begindatum.Data))
        {
            var assignment = Find(known.Held, start.ToewijzingNummer, start.Product);
            if (assignment is null && !start.ToewijzingNummer.HasValue && !start.StatusAanlevering.Is("3"))
                assignment = known.Add(CareAssignment.Imply(Guid.CreateVersion7(arrival.At), sides, client, start, arrival));

            if ((assignment is null ? KnownDeliveryRules.AssignmentKnown : assignment.Start(start, arrival)) is { } broken)
                findings.Add(At(broken, start, start.ToewijzingNummer, start.Begindatum, start.Product));
        }

        return findings;
    }

    public static List<Finding> Take(Jw307 message, KnownClient known, CareArrival arrival)
    {
        var findings = new List<Finding>();
        foreach (var stop in message.Client.StopProducten.OrderByDescending(stop => stop.StatusAanlevering.Is("3")).ThenBy(stop => stop.Einddatum.Data))
        {
            var assignment = Find(known.Held, stop.ToewijzingNummer, stop.Product);
            if ((assignment is null ? KnownDeliveryRules.AssignmentKnown : assignment.Stop(stop, arrival)) is { } broken)
                findings.Add(At(broken, stop, stop.ToewijzingNummer, stop.Begindatum, stop.Product));
        }

        return findings;
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
