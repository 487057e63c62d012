using Regio.CareMessages.Findings;
using Regio.CareMessages.Model;
using Regio.CareMessages.Rules;

namespace Regio.Procurement.CareOrders.Assignments;

/// <summary>Takes in what a municipality assigns (JW301). What it changes is kept only when no finding refuses it.</summary>
internal sealed class TakeAssignments(OutsideReader outside)
{
    public async Task<List<Finding>> TakeAsync(Jw301 message, CareSides sides, KnownClient known, CareArrival arrival, CancellationToken ct)
    {
        var products = message.Client.ToegewezenProducten;
        List<Finding> findings = [.. await outside.CheckCodesAsync([.. products.Select(product => ((MessagePart)product, product.Product))], ct)];
        var client = known.IdOrNew(arrival.At);
        List<CareAssignment> held = [.. known.Held];
        long[] numbers = [.. products.Select(product => product.ToewijzingNummer.Data)];
        if (IsNotAll(held, numbers, message.Header.BerichtIdentificatie.Dagtekening.Data))
            findings.Add(KnownAssignmentRules.AllCurrentTold.At(message.Client));
        foreach (var product in products)
        {
            var number = product.ToewijzingNummer.Data;
            if (known.NumbersOfOthers.Contains(number))
                findings.Add(KnownAssignmentRules.NumberUnique.At(product, nameof(product.ToewijzingNummer), product.ToewijzingNummer.Position));
            else if (held.Find(assignment => assignment.Number == number) is { } assignment)
                findings.AddRange(known.Claimed.Contains(assignment.Id) && AssignedCare.Of(product).IsDeleted
                    ? [KnownAssignmentRules.ClaimedStays.At(product, nameof(product.RedenWijziging), product.RedenWijziging.Position)]
                    : Change(assignment, product, arrival));
            else
                known.Add(CareAssignment.Receive(Guid.CreateVersion7(arrival.At), sides, client, product, arrival));
        }

        return findings;
    }

    /// <summary>What is found about the municipality on the first days of what it assigns. Municipalities is asked on behalf of the caller.</summary>
    public Task<IEnumerable<Finding>> CheckMunicipalityAsync(Jw301 message, CareSides sides, CancellationToken ct) =>
        outside.CheckMunicipalityAsync(message, sides, message.Client.ToegewezenProducten.Select(product => product.Ingangsdatum.Data), ct);

    private static IEnumerable<Finding> Change(CareAssignment assignment, ToegewezenProduct product, CareArrival arrival)
    {
        if (assignment.Doubt(product) is { } doubt)
            yield return doubt.At(product, nameof(product.RedenWijziging), product.RedenWijziging.Position);
        if (assignment.Change(product, arrival) is { } broken)
            yield return broken.At(product);
    }

    // A message that is older than what is known may leave out what was assigned after it.
    private static bool IsNotAll(List<CareAssignment> held, long[] numbers, DateOnly date) =>
        held.TrueForAll(assignment => DateOnly.FromDateTime(assignment.DecidedAt) <= date)
        && held.Exists(assignment => assignment.Number is { } number && assignment.Care.IsCurrentOn(date) && !numbers.Contains(number));
}
