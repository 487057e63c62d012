using Regio.CareMessages.Findings;
using Regio.CareMessages.Model;
using Regio.CareMessages.Rules;
using Regio.Procurement.CareOrders.Assignments;

namespace Regio.Procurement.CareOrders.Requests;

/// <summary>A change request (JW317) against the assignments that it is about. Pure functions.</summary>
internal static class AskedChange
{
    private const string InAll = "6";
    private static readonly DateOnly s_lastOfOld = new(2020, 12, 31);

    /// <summary>What is wrong with it.</summary>
    /// <param name="asked">The request.</param>
    /// <param name="held">What the client was assigned between the two sides.</param>
    /// <param name="date">The date of the message.</param>
    public static IEnumerable<Finding> Check(Verzoek asked, IReadOnlyCollection<CareAssignment> held, DateOnly date)
    {
        var current = held.Where(each => each.Number is not null && each.Care.IsCurrentOn(date)).ToDictionary(each => each.Number!.Value, each => each.Care);
        long[] named = [.. asked.OngewijzigdeProducten.Select(each => each.ToewijzingNummer.Data), .. asked.TeWijzigenProducten.Select(each => each.ToewijzingNummer.Data)];
        if (current.Keys.Except(named).Any())
            yield return KnownRequestRules.AllNamed.At(asked);
        foreach (var kept in asked.OngewijzigdeProducten.Where(kept => !current.ContainsKey(kept.ToewijzingNummer.Data)))
            yield return KnownRequestRules.UnchangedIsCurrent.At(kept, nameof(kept.ToewijzingNummer), kept.ToewijzingNummer.Position);
        foreach (var change in asked.TeWijzigenProducten)
        {
            if (!current.TryGetValue(change.ToewijzingNummer.Data, out var care))
                yield return KnownRequestRules.ChangedIsCurrent.At(change, nameof(change.ToewijzingNummer), change.ToewijzingNummer.Position);
            else if (Check(change, care, date) is { } finding)
                yield return finding;
        }

        foreach (var finding in CheckOverlaps(asked, current))
            yield return finding;
    }

    private static Finding? Check(TeWijzigenProduct change, AssignedCare care, DateOnly date)
    {
        var wanted = change.GewensteIngangsdatum;
        var isOld = change.Einddatum.HasValue && change.Einddatum.Data <= s_lastOfOld;
        return care.Code is not null && change.Omvang is null ? KnownRequestRules.SizeWithCode.At(change, nameof(change.Omvang), default)
            : care.Category is null && change.Omvang is { } none && !isOld ? KnownRequestRules.NoSizeWithoutProduct.At(change, nameof(change.Omvang), none.Position)
            : care.Category is not null && care.Code is null && change.Omvang is { } any && !isOld ? KnownRequestRules.NoSizeWithoutCode.At(change, nameof(change.Omvang), any.Position)
            : wanted.Data <= date && wanted.Data != care.StartsOn ? KnownRequestRules.NotBackwards.At(change, nameof(change.GewensteIngangsdatum), wanted.Position)
            : ChangesTotal(change, care) && wanted.Data != care.StartsOn ? KnownRequestRules.TotalFromTheStart.At(change, nameof(change.GewensteIngangsdatum), wanted.Position)
            : null;
    }

    private static bool ChangesTotal(TeWijzigenProduct change, AssignedCare care) =>
        (care.BudgetCents is { } budget && change.Budget.HasValue && !change.Budget.Is(budget))
        || (care.Frequency == InAll && change.Omvang is { } size && size.Frequentie.Is(InAll) && !size.Volume.Is(care.Volume!.Value));

    private static IEnumerable<Finding> CheckOverlaps(Verzoek asked, Dictionary<long, AssignedCare> current)
    {
        var parts = asked.OngewijzigdeProducten.Where(each => current.ContainsKey(each.ToewijzingNummer.Data)).Select(each => Kept(each, current))
            .Concat(asked.TeWijzigenProducten.Where(each => current.ContainsKey(each.ToewijzingNummer.Data)).Select(each => Changed(each, current)))
            .Concat(asked.NieuweProducten.Select(Added)).ToList();
        for (var index = 1; index < parts.Count; index++)
        {
            var later = parts[index];
            // Among new products alone it is a rule within the message (TR410).
            if (later.Part is not OngewijzigdProduct && parts.Take(index).Any(earlier => (later.Part is not NieuwProduct || earlier.Part is not NieuwProduct) && Overlap(earlier, later)))
                yield return KnownRequestRules.NothingTwice.At(later.Part);
        }
    }

    private static PartOfRequest Kept(OngewijzigdProduct kept, Dictionary<long, AssignedCare> current)
    {
        var care = current[kept.ToewijzingNummer.Data];
        return new PartOfRequest(kept, care.Category, care.Code, [(care.StartsOn, care.EndsOn)]);
    }

    private static PartOfRequest Changed(TeWijzigenProduct change, Dictionary<long, AssignedCare> current)
    {
        var care = current[change.ToewijzingNummer.Data];
        var wanted = change.GewensteIngangsdatum.Data;
        List<(DateOnly From, DateOnly? To)> days = [(wanted, change.Einddatum.DayOrNull())];
        if (care.StartsOn < wanted)
            days.Add((care.StartsOn, care.EndsOn < wanted ? care.EndsOn : wanted.AddDays(-1)));
        return new PartOfRequest(change, care.Category, care.Code, days);
    }

    private static PartOfRequest Added(NieuwProduct added) =>
        new(added, added.Product?.Categorie.Data, added.Product?.Code.OrNull(), [(added.GewensteIngangsdatum.Data, added.Einddatum.DayOrNull())]);

    private static bool Overlap(PartOfRequest one, PartOfRequest other) =>
        Stacking.IsSameProduct(one.Category, one.Code, other.Category, other.Code)
        && one.Days.Any(days => other.Days.Any(others => Stacking.Overlap(days.From, days.To, others.From, others.To)));

    private sealed record PartOfRequest(MessagePart Part, string? Category, string? Code, IReadOnlyList<(DateOnly From, DateOnly? To)> Days);
}
