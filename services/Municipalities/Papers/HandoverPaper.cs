using Regio.Documents;
using Regio.Municipalities.Handover;
using Regio.Municipalities.Rounds.Status;

namespace Regio.Municipalities.Papers;

/// <summary>The hand-over file as people read it (overdrachtsdossier).</summary>
internal static class HandoverPaper
{
    public static Document Of(HandoverContent content, string sender) => new(
        $"Overdrachtsdossier jeugdhulp {content.Municipality.Name}",
        $"Voor een nieuwe wethouder: wat is besloten, wat loopt, wie aan zet is en wat er aankomt. Stand van {Dutch.Day(content.Day)}.",
        [
            Dates(content),
            Rounds("lopend", "Wat loopt", content.Open, "Er loopt nu geen besluitronde."),
            Rounds("besloten", "Wat is besloten", content.Decided, "Er is in deze gegevens nog niets vastgesteld."),
            Obligations(content),
            Pledges(content),
            Funds(content),
            Acts(content),
        ],
        Dutch.Foot(content.Day, "de gegevens van de regio"),
        sender);

    private static Section Dates(HandoverContent content) => Listed(
        "agenda", "Data", content.Days.Take(HandoverReader.Most), "Er zijn geen data bekend.",
        "Wat vóór vandaag ligt, is te laat", [new("Datum"), new("Wat", Share: 3)],
        day => [Dutch.Day(day.Day), day.Text]);

    private static Section Rounds(string id, string heading, IEnumerable<Rounds.Round> rounds, string none)
    {
        var lines = rounds.Take(HandoverReader.Most).Select(r => $"{r.Subject}: {RoundSummary.Of(r)}").ToList();
        return new Section(id, heading, lines.Count == 0 ? [new Paragraph(none)] : [new ItemList(lines)]);
    }

    private static Section Obligations(HandoverContent content) => Listed(
        "verplichtingen", "Verplichtingen uit overeenkomsten", content.Obligations.Take(HandoverReader.Most), "Er staan geen verplichtingen open.",
        "Nog na te komen", [new("Overeenkomst", Share: 2), new("Wat", Share: 2), new("Wie"), new("Uiterlijk")],
        owed => [owed.Agreement.Subject, owed.Obligation.Text, content.IsOwn(owed.Obligation.OwnerBodyId) ? "eigen gemeente" : owed.Obligation.OwnerBodyId, Dutch.Day(owed.Obligation.DueOn)]);

    private static Section Pledges(HandoverContent content) => Listed(
        "toezeggingen", "Moties, toezeggingen en meegenomen opmerkingen", content.Pledges.Take(HandoverReader.Most), "De eigen organen hebben niets af te doen.",
        "Nog af te doen", [new("Ronde", Share: 2), new("Wat", Share: 3), new("Uiterlijk")],
        pledge => [pledge.Round.Subject, pledge.FollowUp.Text, Dutch.Day(pledge.FollowUp.DueOn)]);

    private static Section Funds(HandoverContent content) => Listed(
        "fondsen", "Fondsen", content.LivingFunds.Take(HandoverReader.Most), "Er zijn geen lopende fondsen.",
        "Wat er is toegekend en nog over is", [new("Fonds", Share: 2), new("Toegekend", IsNumber: true), new("Besteed", IsNumber: true), new("Over", IsNumber: true), new("Tot en met")],
        fund =>
        {
            var balance = fund.BalanceOn(content.Day);
            return [fund.Name, Dutch.Euro(balance.GrantedCents), Dutch.Euro(balance.SpentCents), Dutch.Euro(balance.UnspentCents), Dutch.Day(fund.Validity.Until?.AddDays(-1))];
        });

    private static Section Acts(HandoverContent content) => Listed(
        "bekrachtigen", "Te bekrachtigen handelingen", content.ToRatify.Take(HandoverReader.Most), "Er is niets te bekrachtigen.",
        "Gedaan zonder mandaat", [new("Wat", Share: 3), new("Door"), new("Uiterlijk")],
        act => [act.Subject, act.Mandated, Dutch.Day(act.RatifyBy)]);

    private static Section Listed<T>(string id, string heading, IEnumerable<T> items, string none, string caption, IReadOnlyList<Column> columns, Func<T, string[]> row)
    {
        var rows = items.Select(row).ToList();
        return Section.Of(id, heading, rows.Count == 0 ? [none] : [], rows.Count == 0 ? [] : [new Table(caption, columns, rows)]);
    }
}
