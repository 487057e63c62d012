using System.Globalization;

namespace Regio.Procurement.CareOrders;

/// <summary>What became of a message, in words for who manages contracts.</summary>
internal static class CareMessageText
{
    private static readonly CultureInfo s_dutch = CultureInfo.GetCultureInfo("nl-NL");

    /// <summary>One sentence or two, in Dutch; nothing of a client.</summary>
    /// <param name="message">The message.</param>
    /// <param name="providerName">Name of its provider; empty when it is not registered.</param>
    public static string Of(CareMessage message, string providerName) => $"{Became(message, Subject(message, providerName))}{Destroyed(message)}";

    private static string Became(CareMessage message, string subject) => message.Outcome switch
    {
        CareMessageOutcome.Unreadable => $"{subject} is niet bruikbaar: {Findings(message)}. Er gaat geen retourbericht uit; laat de afzender het bestand herstellen en opnieuw sturen.",
        CareMessageOutcome.Refused when message is { AnswerKind: not null, DestroyedOn: not null } => $"{subject} is afgekeurd: {Findings(message)}. Het bericht geldt als niet verzonden.",
        CareMessageOutcome.Refused when message.AnswerKind is { } answer => $"{subject} is afgekeurd: {Findings(message)}. Het retourbericht JW{answer} staat klaar; het bericht geldt als niet verzonden.",
        CareMessageOutcome.Refused => $"{subject} is afgekeurd: {Findings(message)}. Op dit bericht volgt geen retourbericht.",
        CareMessageOutcome.Taken when message is { Kind: 323, FindingCount: > 0 } => $"{subject} is verwerkt, met {Findings(message)}. Wat is afgekeurd, staat in het retourbericht.{Returned(message)}",
        CareMessageOutcome.Taken => $"{subject} is in orde en verwerkt{Doubts(message)}.{Returned(message)}{Due(message)}",
        _ => throw new ArgumentOutOfRangeException(nameof(message), message.Outcome, "Every outcome has its own words."),
    };

    private static string Subject(CareMessage message, string providerName)
    {
        var name = message.Kind switch
        {
            null => "Het bestand",
            301 => "De toewijzing (JW301)",
            305 => "De startmelding (JW305)",
            307 => "De stopmelding (JW307)",
            315 => "Het verzoek om toewijzing (JW315)",
            317 => "Het verzoek om wijziging (JW317)",
            319 => "Het antwoord op een verzoek (JW319)",
            323 => "De declaratie (JW323)",
            325 => "Het antwoord op een declaratie (JW325)",
            { } other => $"Het retourbericht (JW{other})",
        };
        return message.ProviderAgbCode.Length == 0 ? name : $"{name} tussen gemeente {message.MunicipalityId} en aanbieder {Provider(message.ProviderAgbCode, providerName)}";
    }

    private static string Provider(string agbCode, string name) => name.Length == 0 ? agbCode : $"{name} ({agbCode})";

    private static string Doubts(CareMessage message) =>
        message.FindingCount == 0 ? "" : message.FindingCount == 1 ? ", met 1 aandachtspunt" : $", met {message.FindingCount} aandachtspunten";

    private static string Returned(CareMessage message) => message is { AnswerKind: { } answer, DestroyedOn: null } ? $" Het retourbericht JW{answer} staat klaar." : "";

    private static string Due(CareMessage message) =>
        message.AnswerDueOn is { } due ? $" Beantwoorden uiterlijk {due.ToString("d MMMM yyyy", s_dutch)}." : "";

    private static string Destroyed(CareMessage message) =>
        message.DestroyedOn is { } day ? $" Het bestand is na de bewaartermijn vernietigd, op {day.ToString("d MMMM yyyy", s_dutch)}." : "";

    private static string Findings(CareMessage message) => message.FindingCount == 1 ? "1 bevinding" : $"{message.FindingCount} bevindingen";
}
