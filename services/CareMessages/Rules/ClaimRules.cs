using Regio.CareMessages.Model;

namespace Regio.CareMessages.Rules;

/// <summary>Claims and their answers: periods, amounts, totals and references.</summary>
internal static class ClaimRules
{
    public static IReadOnlyList<MessageRule> All { get; } =
    [
        new MessageRule<Declaratie>(
            "CS340", "", "The period of a claim is exactly one calendar month.", "De declaratieperiode moet precies één kalendermaand zijn.",
            (claim, run) => run.FaultIf(
                claim.DeclaratiePeriode.Begindatum.Data.Day != 1 || claim.DeclaratiePeriode.Einddatum.Data != RuleRun.LastOfMonth(claim.DeclaratiePeriode.Begindatum.Data),
                claim, nameof(claim.DeclaratiePeriode), claim.DeclaratiePeriode.Position)),
        new MessageRule<Declaratie>(
            "CS100", "", "The period of a claim is in 2021 or later.", "De declaratieperiode ligt voor 2021.",
            (claim, run) => run.FaultIf(claim.DeclaratiePeriode.Begindatum.Data.Year < 2021, claim, nameof(claim.DeclaratiePeriode), claim.DeclaratiePeriode.Position)),
        new MessageRule<Declaratie>(
            "TR134", "", "A claim was not signed after the date of the message.", "De declaratie is na de dagtekening van het bericht gedagtekend.",
            (claim, run) => run.FaultIf(
                claim.DeclaratieDagtekening.Data > RuleRun.MessageDate(claim), claim, nameof(claim.DeclaratieDagtekening), claim.DeclaratieDagtekening.Position)),
        new MessageRule<GeslotenPeriode>(
            "TR137", "", "A period does not end before it begins, nor after the date of the message.", "De einddatum ligt voor de begindatum of na de dagtekening.",
            (period, run) => run.FaultIf(
                period.Einddatum.Data < period.Begindatum.Data || period.Einddatum.Data > RuleRun.MessageDate(period), period, nameof(period.Einddatum), period.Einddatum.Position)),
        Line("CS337", "OP367", "A line lies within one calendar month.", "De productperiode loopt over een maandgrens.", (line, run) => run.FaultIf(
            (line.ProductPeriode.Begindatum.Data.Year, line.ProductPeriode.Begindatum.Data.Month) != (line.ProductPeriode.Einddatum.Data.Year, line.ProductPeriode.Einddatum.Data.Month),
            line, nameof(line.ProductPeriode), line.ProductPeriode.Position)),
        Line("TR335", "", "A line ends at most five years before the claim was signed.", "De productperiode ligt meer dan vijf jaar terug.", (line, run) => run.FaultIf(
            line.Message is Jw323 claim && line.ProductPeriode.Einddatum.Data < RuleRun.YearsBefore(claim.Declaratie.DeclaratieDagtekening.Data, 5),
            line, nameof(line.ProductPeriode), line.ProductPeriode.Position)),
        Line("CD087", "", "A line in euros has no tariff; every other line has one.", "Een tarief hoort bij elke eenheid behalve euro's.", (line, run) => run.FaultIf(
            line.Eenheid.Is("83") == line.ProductTarief.HasValue, line, nameof(line.ProductTarief), line.ProductTarief.Position)),
        Line("CS339", "", "A line in euros claims its volume.", "Bij euro's moet het bedrag gelijk zijn aan het volume.", (line, run) => run.FaultIf(
            line.Eenheid.Is("83") && line.IngediendBedrag.Bedrag.Data != line.GeleverdVolume.Data, line.IngediendBedrag, "Bedrag", line.IngediendBedrag.Bedrag.Position)),
        Line("CD060", "", "A line names an earlier one if and only if it takes it back.", "Een vorig referentienummer hoort bij een creditregel, en alleen daarbij.", (line, run) => run.FaultIf(
            line.IngediendBedrag.DebetCredit.Is("C") != line.ProductReferentie.VorigReferentieNummer.HasValue,
            line.ProductReferentie, "VorigReferentieNummer", line.ProductReferentie.VorigReferentieNummer.Position)),
        new MessageRule<BedragMetDC>(
            "CS325", "", "An amount of zero is a debit.", "Een bedrag van nul is debet.",
            (amount, run) => run.FaultIf(amount.Bedrag.Is(0) && amount.DebetCredit.Is("C"), amount, nameof(amount.DebetCredit), amount.DebetCredit.Position)),
        new MessageRule<TotaalBedragMetDC>(
            "CS325", "", "An amount of zero is a debit.", "Een bedrag van nul is debet.",
            (amount, run) => run.FaultIf(amount.TotaalBedrag.Is(0) && amount.DebetCredit.Is("C"), amount, nameof(amount.DebetCredit), amount.DebetCredit.Position)),
        Line("TR314", "", "The number of a line occurs once in the message.", "Dit referentienummer komt vaker voor in het bericht.", (line, run) => run.FaultIf(
            line.Message is Jw323 && !run.IsNew(line.ProductReferentie.ReferentieNummer.Data),
            line.ProductReferentie, "ReferentieNummer", line.ProductReferentie.ReferentieNummer.Position)),
        Line("TR315", "", "An earlier line is taken back once in the message.", "Deze regel wordt in het bericht vaker gecrediteerd.", (line, run) => run.FaultIf(
            line.ProductReferentie.VorigReferentieNummer.HasValue && !run.IsNew(line.ProductReferentie.VorigReferentieNummer.Data),
            line.ProductReferentie, "VorigReferentieNummer", line.ProductReferentie.VorigReferentieNummer.Position)),
        Line("TR316", "", "A line does not take back a line of the same message.", "Deze regel crediteert een regel van hetzelfde bericht.", CheckOtherMessage),
        new MessageRule<DeclaratieAntwoord>(
            "TR342", "", "What is claimed less what is granted is what the refused lines are worth, unless the claim is refused as a whole.",
            "Het verschil tussen ingediend en toegekend is niet de som van de afgekeurde regels.",
            (answer, run) => run.FaultIf(
                answer.RetourCodes.Any(code => code.Data is "0200" or "8001") && answer.TotaalIngediendBedrag.WithSign - answer.TotaalToegekendBedrag.WithSign != run.Lines,
                answer, nameof(answer.TotaalToegekendBedrag), answer.TotaalToegekendBedrag.Position)),
        Line("TR416", "", "An assignment, product and period is claimed once in the message.", "Deze toewijzing, dit product en deze periode worden in het bericht vaker gedeclareerd.", CheckOpenDebit),
        new MessageRule<Declaratie>(
            "TR358", "", "The total is what the debits claim less what the credits take back.", "Het totaal is niet de som van de regels.",
            (claim, run) => run.FaultIf(claim.TotaalIngediendBedrag.WithSign != run.Lines, claim, nameof(claim.TotaalIngediendBedrag), claim.TotaalIngediendBedrag.Position)),
    ];

    private static MessageRule<Prestatie> Line(string number, string also, string description, string dutch, Action<Prestatie, RuleRun> check) =>
        new(number, also, description, dutch, check);

    // Either of the two may stand first; the second is where it shows.
    private static void CheckOtherMessage(Prestatie line, RuleRun run)
    {
        if (line.Message is not Jw323)
            return;
        var (number, earlier) = (line.ProductReferentie.ReferentieNummer, line.ProductReferentie.VorigReferentieNummer);
        run.FaultIf(earlier.HasValue && (run.Knows($"line {earlier.Data}") || earlier.Is(number.Data)), line.ProductReferentie, "VorigReferentieNummer", earlier.Position);
        run.FaultIf(run.Knows($"taken back {number.Data}"), line.ProductReferentie, "ReferentieNummer", number.Position);
        run.IsNew($"line {number.Data}");
        if (earlier.HasValue)
            run.IsNew($"taken back {earlier.Data}");
    }

    private static void CheckOpenDebit(Prestatie line, RuleRun run)
    {
        if (line.Message is not Jw323 || !line.IngediendBedrag.DebetCredit.Is("D"))
            return;
        var key = $"{line.ToewijzingNummer.Data}|{line.ProductCategorie.Data}|{line.ProductCode.Data}|{line.ProductPeriode.Begindatum.Data:O}|{line.ProductPeriode.Einddatum.Data:O}";
        run.FaultIf(!run.IsNew(key), line, "");
    }
}
