using Regio.Documents;
using Regio.Reporting.Pages;

namespace Regio.Reporting.Accounts;

/// <summary>The account in Dutch.</summary>
internal static class AccountText
{
    public static Document Of(AccountView view) => new(
        "Verantwoording van de coördinerende gemeente",
        $"Van {Dutch.Day(view.From)} tot en met {Dutch.Day(view.Until.AddDays(-1))}, bijgewerkt tot {(view.LastEventAt is { } at ? Dutch.Moment(at) : Dutch.Unknown)}. Bedragen zonder btw, tenzij het erbij staat.",
        [Subjects(view), Municipalities(view), Runs(view), Unknown()],
        "Bron: de kostenverdelingen en facturen die in dit systeem zijn vastgelegd. Een verdeling telt op de dag waarop zij is vastgelegd, een factuur op haar datum; wat wordt teruggenomen is negatief.",
        "Jeugdhulpregio Drenthe");

    private static Section Subjects(AccountView view) => Section.Of(
        "verdeeld",
        "Wat is verdeeld",
        view.Subjects.Count == 0 ? ["In deze periode zijn geen kosten verdeeld."] : [],
        view.Subjects.Count == 0 ? [] : [
            new Table(
                "Verdeelde kosten per onderwerp",
                [new("Onderwerp", Share: 3), Number("Verdelingen"), Number("Bedrag")],
                [
                    .. view.Subjects.Select(subject => new[] { subject.Subject, Dutch.Number(subject.Allocations), Dutch.Euro(subject.Cents) }),
                    ["Samen", Dutch.Number(view.Subjects.Sum(subject => subject.Allocations)), Dutch.Euro(view.AllocatedCents)],
                ],
                HasTotal: true),
        ]);

    private static Section Municipalities(AccountView view) => Section.Of(
        "gemeenten",
        "Wat elke gemeente draagt en heeft betaald gekregen of geboekt",
        view.Municipalities.Count == 0 ? ["In deze periode is niets verdeeld en niets gefactureerd."] : [],
        view.Municipalities.Count == 0 ? [] : [
            new Table(
                "Verdeeld en gefactureerd per gemeente. Open: verdeeld en in deze periode niet gefactureerd; negatief waar eerdere kosten zijn gefactureerd",
                [new("Gemeente", Share: 2), Number("Verdeeld"), Number("Gefactureerd"), Number("Btw"), Number("Open")],
                [
                    .. view.Municipalities.Select(m => new[]
                    {
                        m.IsOwnShare ? $"{m.Name} (boekt zelf)" : m.Name, Dutch.Euro(m.AllocatedCents), Dutch.Euro(m.InvoicedCents), Dutch.Euro(m.VatCents), Dutch.Euro(m.OpenCents),
                    }),
                    ["Samen", Dutch.Euro(view.Municipalities.Sum(m => m.AllocatedCents)), Dutch.Euro(view.InvoicedCents), Dutch.Euro(view.Municipalities.Sum(m => m.VatCents)), Dutch.Euro(view.Municipalities.Sum(m => m.OpenCents))],
                ],
                HasTotal: true),
        ]);

    private static Section Runs(AccountView view) => Section.Of(
        "facturen",
        "Facturen",
        view.Runs.Count == 0 ? ["In deze periode zijn geen facturen verstuurd."] : [],
        view.Runs.Count == 0 ? [] : [
            new Table(
                "Factuurrondes",
                [new("Nummer"), new("Datum"), new("Soort"), Number("Bedrag"), Number("Btw")],
                [.. view.Runs.Select(run => new[] { run.Reference, Dutch.Day(run.InvoiceDate), run.IsCorrection ? "correctie" : "factuur", Dutch.Euro(run.Cents), Dutch.Euro(run.VatCents) })]),
        ]);

    // Said openly, so that nobody takes this for a whole account.
    private static Section Unknown() => Section.Of(
        "niet-bekend",
        "Wat hier niet staat",
        [$"Uren van de coördinerende gemeente en wat van de fondsen is besteed, zijn hier {Dutch.Unknown}: daarover wordt dit systeem niets verteld."],
        []);

    private static Column Number(string name) => new(name, IsNumber: true);
}
