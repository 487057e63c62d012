using System.Globalization;
using Regio.Documents;
using Regio.Reporting.Pages;

namespace Regio.Reporting.Accounts;

/// <summary>The account in Dutch.</summary>
internal static class AccountText
{
    private static readonly Dictionary<string, string> Kinds = new()
    {
        ["earmarked-grant"] = "specifieke uitkering",
        ["transformation"] = "transformatiefonds",
        ["jenn"] = "JENN",
        ["pok"] = "POK",
        ["budget-line"] = "begrotingspost",
    };

    public static Document Of(AccountView view) => new(
        "Verantwoording van de coördinerende gemeente",
        $"Van {Dutch.Day(view.From)} tot en met {Dutch.Day(view.Until.AddDays(-1))}, bijgewerkt tot {(view.LastEventAt is { } at ? Dutch.Moment(at) : Dutch.Unknown)}. Bedragen zonder btw, tenzij het erbij staat.",
        [Subjects(view), Municipalities(view), Runs(view), Hours(view), Funds(view)],
        "Bron: de kostenverdelingen, facturen, urendeclaraties en fondsen die in dit systeem zijn vastgelegd. Een verdeling telt op de dag waarop zij is vastgelegd, een factuur op haar datum, uren op de eerste dag van hun kwartaal, wat met een fonds gebeurt op de dag zelf; wat wordt teruggenomen is negatief, een ingetrokken urendeclaratie telt niet mee.",
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

    private static Section Hours(AccountView view) => Section.Of(
        "uren",
        "Gedeclareerde uren",
        view.Hours.Count == 0 ? ["In deze periode zijn geen uren gedeclareerd."] : [],
        view.Hours.Count == 0 ? [] : [
            new Table(
                "Gedeclareerde uren per werk, kwartaal en gemeente, in uren en minuten",
                [new("Werk"), new("Kwartaal"), new("Gemeente", Share: 2), Number("Uren"), Number("Per uur"), Number("Bedrag"), Number("Uit fonds")],
                [
                    .. view.Hours.Select(h => new[]
                    {
                        h.Work, Quarter(h.QuarterStart), h.MunicipalityName, Clock(h.Minutes), Dutch.Euro(h.RateCents), Dutch.Euro(h.Cents), Dutch.Euro(h.FromFundsCents),
                    }),
                    ["Samen", "", "", Clock(view.Hours.Sum(h => h.Minutes)), "", Dutch.Euro(view.ClaimedCents), Dutch.Euro(view.Hours.Sum(h => h.FromFundsCents))],
                ],
                HasTotal: true),
        ]);

    private static Section Funds(AccountView view) => Section.Of(
        "fondsen",
        "Fondsen",
        view.Funds.Count == 0 ? ["In deze periode liep geen fonds en was er geen over."] : [],
        view.Funds.Count == 0 ? [] : [
            new Table(
                "Wat in deze periode met elk fonds gebeurde. Vastgelegd: zonder wat is vrijgevallen",
                [new("Fonds", Share: 2), Number("Toegekend"), Number("Vastgelegd"), Number("Besteed"), Number("Terugbetaald")],
                [
                    .. view.Funds.Select(f => InPeriod(f.Name, f.InPeriod)),
                    InPeriod("Samen", FundSums.Of(view.Funds.Select(f => f.InPeriod))),
                ],
                HasTotal: true),
            new Table(
                "Hoe elk fonds aan het einde van de periode stond, vanaf het begin van het fonds",
                [new("Fonds", Share: 2), new("Soort"), new("Te besteden tot en met"), Number("Nog vrij"), Number("Nog niet besteed")],
                [
                    .. view.Funds.Select(f => new[]
                    {
                        f.Name, Kinds.GetValueOrDefault(f.Kind, f.Kind), f.ValidUntil is { } end ? Dutch.Day(end.AddDays(-1)) : "geen einde", Dutch.Euro(f.ToDate.FreeCents), Dutch.Euro(f.ToDate.UnspentCents),
                    }),
                    ["Samen", "", "", Dutch.Euro(view.Funds.Sum(f => f.ToDate.FreeCents)), Dutch.Euro(view.Funds.Sum(f => f.ToDate.UnspentCents))],
                ],
                HasTotal: true),
        ]);

    private static string[] InPeriod(string name, FundSums sums) =>
        [name, Dutch.Euro(sums.GrantedCents), Dutch.Euro(sums.CommittedCents), Dutch.Euro(sums.SpentCents), Dutch.Euro(sums.RepaidCents)];

    private static string Quarter(DateOnly start) => string.Create(CultureInfo.InvariantCulture, $"{start.Year}, {((start.Month - 1) / 3) + 1}e");

    private static string Clock(long minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60}:{minutes % 60:00}");

    private static Column Number(string name) => new(name, IsNumber: true);
}
