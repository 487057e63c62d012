using System.Globalization;
using System.Net;
using Regio.ServiceDefaults.Errors;

namespace Regio.Procurement.Ceilings;

/// <summary>The letter to the provider that belongs to a warning, as people in the Netherlands read it.</summary>
internal static class WarningLetter
{
    private const decimal CentsInEuro = 100m;
    private const decimal Percent = 100m;
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    public static string Html(Ceiling ceiling, string providerName, string subject)
    {
        if (ceiling is not { WarnedOn: { } warned, WarnedCents: { } counted, WarnedAmountCents: { } amount, MeetingDueOn: { } meeting })
            throw new DomainException(CeilingRules.NotWarned, "id");
        var until = ceiling.Validity.Until!.Value.AddDays(-1);
        return string.Create(
            Dutch,
            $"""
             <!DOCTYPE html>
             <html lang="nl">
             <head><meta charset="utf-8"><title>Waarschuwing omzetplafond</title></head>
             <body>
             <p>Aan {Safe(providerName)}</p>
             <p>{warned:d MMMM yyyy}</p>
             <h1>Waarschuwing omzetplafond</h1>
             <p>Voor het contract «{Safe(subject)}» geldt van {ceiling.Validity.From:d MMMM yyyy} tot en met {until:d MMMM yyyy} een omzetplafond van {Euro(amount)}.</p>
             <p>Hiervan is {Euro(counted)} besteed ({counted * Percent / amount:0.0} %). Daarmee is de afgesproken grens van {ceiling.Clocks.WarningPercent} % bereikt.</p>
             <p>Wij nodigen u uit voor een gesprek, uiterlijk op {meeting:d MMMM yyyy}.</p>
             <p>De zorg aan kinderen gaat door.{Clause(ceiling)}</p>
             </body>
             </html>
             """);
    }

    private static string Clause(Ceiling ceiling) => ceiling.AlwaysPaidClause.Length == 0
        ? ""
        : $" Altijd betaald wordt: {Safe(ceiling.AlwaysPaidClause)} (tot nu toe {Euro(ceiling.AlwaysPaidCents)}, dat telt niet mee).";

    private static string Euro(long cents) => string.Create(Dutch, $"€ {cents / CentsInEuro:N2}");

    private static string Safe(string text) => WebUtility.HtmlEncode(text);
}
