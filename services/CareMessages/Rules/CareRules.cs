using Regio.CareMessages.Model;

namespace Regio.CareMessages.Rules;

/// <summary>What is ordered: each rule holds for an assigned, a requested and a new product alike.</summary>
internal static class CareRules
{
    public static IReadOnlyList<MessageRule> All { get; } =
    [
        .. Each("CS003", "TR018", "The last day is not before the first.", "De einddatum ligt voor de ingangsdatum.",
            (care, run) => run.FaultIf(care.End.HasValue && care.End.Data < care.Start, care.Part, care.EndName, care.End.Position)),
        .. Each("CD079", "", "Without a budget, a product is named.", "Zonder budget moet er een product zijn.",
            (care, run) => run.FaultIf(!care.Budget.HasValue && care.Product is null, care.Part, "Product")),
        .. Each("CD041", "", "A product with a code has a size.", "Een product met een code heeft een omvang.",
            (care, run) => run.FaultIf(care.Product is { Code.HasValue: true } && care.Size is null, care.Part, "Omvang")),
        .. Each("CD080", "CD095, CD096", "A product without a code has no size (unless it ended in 2020 or before).", "Een product zonder code heeft geen omvang.",
            (care, run) => run.FaultIf(care.Product is not { Code.HasValue: true } && care.Size is not null && !care.IsOld, care.Part, "Omvang", care.Size?.Position ?? default)),
        .. Each("CD077", "CD078", "There is a size or a budget, not both.", "Omvang en budget sluiten elkaar uit.",
            (care, run) => run.FaultIf(care.Size is not null && care.Budget.HasValue, care.Part, "Budget", care.Budget.Position)),
        .. Each("CD075", "", "With a budget there is a last day.", "Bij een budget hoort een einddatum.",
            (care, run) => run.FaultIf(care.Budget.HasValue && !care.End.HasValue, care.Part, care.EndName)),
        .. Each("CD076", "", "With a size per week there is a last day.", "Bij een omvang per week hoort een einddatum.",
            (care, run) => run.FaultIf(care.Size is { Frequentie.Data: "2" } && !care.End.HasValue, care.Part, care.EndName)),
        .. Each("CS338", "CS343", "Etmaal, dagdeel, euro and piece (14, 16, 83, 84) are not ordered per day (unless it ended in 2020 or before).",
            "Deze eenheid kan niet per dag worden toegewezen.",
            (care, run) => run.FaultIf(
                care.Size is { Eenheid.Data: "14" or "16" or "83" or "84", Frequentie.Data: "1" } && !care.IsOld,
                care.Part, "Omvang/Frequentie", care.Size?.Frequentie.Position ?? default)),
        new MessageRule<TeWijzigenProduct>(
            "CS003", "TR018", "The last day is not before the first.", "De einddatum ligt voor de ingangsdatum.",
            (change, run) => run.FaultIf(
                change.Einddatum.HasValue && change.Einddatum.Data < change.GewensteIngangsdatum.Data, change, nameof(change.Einddatum), change.Einddatum.Position)),
        new MessageRule<TeWijzigenProduct>(
            "CD077", "CD078", "There is a size or a budget, not both.", "Omvang en budget sluiten elkaar uit.",
            (change, run) => run.FaultIf(change.Omvang is not null && change.Budget.HasValue, change, nameof(change.Budget), change.Budget.Position)),
        new MessageRule<TeWijzigenProduct>(
            "CD075", "", "With a budget there is a last day.", "Bij een budget hoort een einddatum.",
            (change, run) => run.FaultIf(change.Budget.HasValue && !change.Einddatum.HasValue, change, nameof(change.Einddatum))),
        new MessageRule<TeWijzigenProduct>(
            "CD076", "", "With a size per week there is a last day.", "Bij een omvang per week hoort een einddatum.",
            (change, run) => run.FaultIf(change.Omvang is { Frequentie.Data: "2" } && !change.Einddatum.HasValue, change, nameof(change.Einddatum))),
        new MessageRule<ToewijzingClient>(
            "TR302", "OP259", "Assignments of the same product do not overlap; deleted ones do not count.", "Toewijzingen van hetzelfde product overlappen elkaar.",
            (client, run) => CheckOverlap(client.ToegewezenProducten.Where(product => !IsDeleted(product)).Select(OrderedCare.Of), run)),
        new MessageRule<VerzoekClient>(
            "TR386", "OP347", "Requests for the same product do not overlap.", "Aanvragen voor hetzelfde product overlappen elkaar.",
            (client, run) => CheckOverlap(client.AangevraagdeProducten.Select(OrderedCare.Of), run)),
        new MessageRule<Verzoek>(
            "TR410", "", "New products do not overlap.", "Nieuwe producten overlappen elkaar.",
            (request, run) => CheckOverlap(request.NieuweProducten.Select(OrderedCare.Of), run)),
    ];

    private static MessageRule[] Each(string number, string also, string description, string dutch, Action<OrderedCare, RuleRun> check) =>
    [
        new MessageRule<ToegewezenProduct>(number, also, description, dutch, (part, run) => check(OrderedCare.Of(part), run)),
        new MessageRule<AangevraagdProduct>(number, also, description, dutch, (part, run) => check(OrderedCare.Of(part), run)),
        new MessageRule<NieuwProduct>(number, also, description, dutch, (part, run) => check(OrderedCare.Of(part), run)),
    ];

    private static bool IsDeleted(ToegewezenProduct product) =>
        product.RedenWijziging.Or("") is "13" or "01" && product.Einddatum.Is(product.Ingangsdatum.Data);

    private static void CheckOverlap(IEnumerable<OrderedCare> ordered, RuleRun run)
    {
        var earlier = new List<OrderedCare>();
        foreach (var care in ordered)
        {
            if (earlier.Exists(care.Overlaps))
                run.Fault(care.Part);
            earlier.Add(care);
        }
    }
}
