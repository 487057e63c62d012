using System.Text;
using Regio.Documents;
using Regio.Documents.Html;
using Regio.Procurement.Letters;
using Regio.ServiceDefaults.Errors;

namespace Regio.Procurement.Ceilings;

/// <summary>The letter to the provider that belongs to a warning, with the amounts of the day of the warning.</summary>
internal static class WarningLetter
{
    public static string Html(Ceiling ceiling, string provider, string subject, string sender) =>
        Encoding.UTF8.GetString(HtmlFile.Write(Of(ceiling, provider, subject, sender)));

    public static Document Of(Ceiling ceiling, string provider, string subject, string sender)
    {
        if (ceiling is not { WarnedOn: { } warned, WarnedCents: { } counted, WarnedAmountCents: { } amount, MeetingDueOn: { } meeting })
            throw new DomainException(CeilingRules.NotWarned, "id");
        return LetterText.Letter(
            "Waarschuwing omzetplafond",
            provider,
            sender,
            warned,
            [
                LetterText.Facts(
                    ("Contract", subject),
                    ("Periode", $"{LetterText.Day(ceiling.Validity.From)} tot en met {LetterText.LastDay(ceiling.Validity.Until)}"),
                    ("Omzetplafond", LetterText.Euro(amount)),
                    ("Besteed", $"{LetterText.Euro(counted)} ({LetterText.Share(counted, amount)})")),
                LetterText.Told(
                    "waarschuwing",
                    "Wat wij u vragen",
                    $"De afgesproken grens van {ceiling.Clocks.WarningPercent} % van het omzetplafond is bereikt.",
                    $"Wij nodigen u uit voor een gesprek, uiterlijk op {LetterText.Day(meeting)}.",
                    $"De zorg aan kinderen gaat door.{Clause(ceiling)}"),
            ]);
    }

    // What is always paid goes on after the warning, so the letter names the clause and no amount: it reads the same later.
    private static string Clause(Ceiling ceiling) => ceiling.AlwaysPaidClause.Length == 0
        ? ""
        : $" Altijd betaald wordt, zonder dat het meetelt: {ceiling.AlwaysPaidClause}.";
}
