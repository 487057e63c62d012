using Regio.CareMessages.Model;

namespace Regio.CareMessages.Rules;

/// <summary>Assignments, requests, answers, starts and stops: what each has of its own.</summary>
internal static class ChainRules
{
    private const string StatusDescription = "StatusAanlevering is 1 (new) or 3 (delete).";
    private const string StatusText = "StatusAanlevering moet 1 (nieuw) of 3 (verwijderen) zijn.";

    public static IReadOnlyList<MessageRule> All { get; } =
    [
        new MessageRule<ToegewezenProduct>(
            "CS335", "", "Reason 13 (deleted) stands only where the last day is the first.", "Reden 13 mag alleen als de einddatum gelijk is aan de ingangsdatum.",
            (product, run) => run.FaultIf(
                product.RedenWijziging.Is("13") && !product.Einddatum.Is(product.Ingangsdatum.Data), product, nameof(product.RedenWijziging), product.RedenWijziging.Position)),
        new MessageRule<ToegewezenProduct>(
            "CS336", "", "Reason 01 is not used any more.", "Reden 01 wordt niet meer gebruikt.",
            (product, run) => run.FaultIf(product.RedenWijziging.Is("01"), product, nameof(product.RedenWijziging), product.RedenWijziging.Position)),
        new MessageRule<AangevraagdProduct>(
            "TR383", "OP361", "A reference of the provider occurs once in a request.", "Deze referentie komt vaker voor in het bericht.",
            (product, run) => run.FaultIf(!run.IsNew(product.ReferentieAanbieder.Data), product, nameof(product.ReferentieAanbieder), product.ReferentieAanbieder.Position)),
        new MessageRule<AangevraagdProduct>(
            "CD043", "", "A decision has a number and a first day, or neither.", "Nummer en ingangsdatum van de beschikking horen samen te worden gevuld.",
            (product, run) => run.FaultIf(
                product.BeschikkingNummer.HasValue != product.BeschikkingIngangsdatum.HasValue, product, nameof(product.BeschikkingIngangsdatum), product.BeschikkingIngangsdatum.Position)),
        new MessageRule<Verwijzer>(
            "CD066", "CD067, OP297", "A referrer of kind 02 to 05 has either an AGB code or a name.", "Deze verwijzer heeft een AGB-code of een naam, niet beide.",
            (referrer, run) => run.FaultIf(
                IsProfessional(referrer) && referrer.ZorgverlenerCode.HasValue == referrer.Naam.HasValue, referrer, nameof(referrer.ZorgverlenerCode), referrer.ZorgverlenerCode.Position)),
        new MessageRule<Verwijzer>(
            "CD068", "", "A referrer of another kind has no AGB code.", "Deze verwijzer heeft geen AGB-code.",
            (referrer, run) => run.FaultIf(
                !IsProfessional(referrer) && referrer.ZorgverlenerCode.HasValue, referrer, nameof(referrer.ZorgverlenerCode), referrer.ZorgverlenerCode.Position)),
        new MessageRule<Verzoek>(
            "TR352", "", "A change request holds at least one assignment, unchanged or to change.", "Er is geen ongewijzigd en geen te wijzigen product.",
            (request, run) => run.FaultIf(request.OngewijzigdeProducten.Count + request.TeWijzigenProducten.Count == 0, request, "")),
        new MessageRule<Verzoek>(
            "TR353", "", "A change request changes or adds something.", "Er is geen te wijzigen en geen nieuw product.",
            (request, run) => run.FaultIf(request.TeWijzigenProducten.Count + request.NieuweProducten.Count == 0, request, "")),
        new MessageRule<NieuwProduct>(
            "TR380", "", "A new product begins after the date of the message.", "De gewenste ingangsdatum moet na de dagtekening liggen.",
            (product, run) => run.FaultIf(
                product.GewensteIngangsdatum.Data <= RuleRun.MessageDate(product), product, nameof(product.GewensteIngangsdatum), product.GewensteIngangsdatum.Position)),
        new MessageRule<Antwoord>(
            "CD085", "CD086", "A reason of rejection stands there if and only if the request is rejected.", "Een reden hoort bij een afwijzing, en alleen daarbij.",
            (answer, run) => run.FaultIf(
                answer.VerzoekAntwoord.Is("1") != answer.RedenAfwijzingVerzoek.HasValue, answer, nameof(answer.RedenAfwijzingVerzoek), answer.RedenAfwijzingVerzoek.Position)),
        new MessageRule<Antwoord>(
            "TR377", "TR409", "Another municipality is named if and only if the reason is the domicile principle (8).", "De andere gemeente hoort bij reden 8, en alleen daarbij.",
            (answer, run) => run.FaultIf(
                answer.RedenAfwijzingVerzoek.Is("8") != answer.Woonplaatsbeginsel is not null, answer, nameof(answer.Woonplaatsbeginsel), answer.Woonplaatsbeginsel?.Position ?? default)),
        new MessageRule<StartProduct>(
            "CS058", "OP033x2", StatusDescription, StatusText,
            (start, run) => run.FaultIf(start.StatusAanlevering.Data is not ("1" or "3"), start, nameof(start.StatusAanlevering), start.StatusAanlevering.Position)),
        new MessageRule<StopProduct>(
            "CS058", "OP033x2", StatusDescription, StatusText,
            (stop, run) => run.FaultIf(stop.StatusAanlevering.Data is not ("1" or "3"), stop, nameof(stop.StatusAanlevering), stop.StatusAanlevering.Position)),
        new MessageRule<StartProduct>(
            "TR134", "", "Delivery did not begin after the date of the message.", "De begindatum ligt na de dagtekening.",
            (start, run) => run.FaultIf(start.Begindatum.Data > RuleRun.MessageDate(start), start, nameof(start.Begindatum), start.Begindatum.Position)),
        new MessageRule<StopProduct>(
            "TR134", "", "Delivery did not begin after the date of the message.", "De begindatum ligt na de dagtekening.",
            (stop, run) => run.FaultIf(stop.Begindatum.Data > RuleRun.MessageDate(stop), stop, nameof(stop.Begindatum), stop.Begindatum.Position)),
        new MessageRule<StopProduct>(
            "CS003", "TR018", "Delivery does not stop before it starts.", "De levering stopt voordat zij begint.",
            (stop, run) => run.FaultIf(stop.Einddatum.Data < stop.Begindatum.Data, stop, nameof(stop.Einddatum), stop.Einddatum.Position)),
    ];

    private static bool IsProfessional(Verwijzer referrer) => referrer.Type.Data is "02" or "03" or "04" or "05";
}
