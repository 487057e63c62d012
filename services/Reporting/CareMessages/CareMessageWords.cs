namespace Regio.Reporting.CareMessages;

/// <summary>Messages of iJw in words for who manages contracts.</summary>
internal static class CareMessageWords
{
    /// <summary>Every outcome, by the word of an address.</summary>
    public static readonly IReadOnlyDictionary<string, string> Outcomes = new Dictionary<string, string>
    {
        ["verwerkt"] = "taken",
        ["afgekeurd"] = "refused",
        ["onleesbaar"] = "unreadable",
    };

    /// <summary>The outcome that an address names; null: all.</summary>
    public static string? OutcomeOf(string? word) => word is null ? null : Outcomes.GetValueOrDefault(word);

    public static string Outcome(string outcome) => Outcomes.FirstOrDefault(word => word.Value == outcome).Key ?? outcome;

    public static string Kind(string kind) => kind switch
    {
        "" => "geen iJw-bericht",
        "JW301" => "toewijzing (JW301)",
        "JW305" => "startmelding (JW305)",
        "JW307" => "stopmelding (JW307)",
        "JW315" => "verzoek om toewijzing (JW315)",
        "JW317" => "verzoek om wijziging (JW317)",
        "JW319" => "antwoord op een verzoek (JW319)",
        "JW323" => "declaratie (JW323)",
        "JW325" => "antwoord op een declaratie (JW325)",
        _ => $"retourbericht ({kind})",
    };

    /// <summary>The provider within a sentence: by its name with the code, or by the code alone.</summary>
    public static string Provider(CareMessageView message) => message switch
    {
        { ProviderAgbCode: null } => "een onbekende aanbieder",
        { ProviderName: null } => $"aanbieder {message.ProviderAgbCode}",
        _ => $"{message.ProviderName} (AGB {message.ProviderAgbCode})",
    };

    /// <summary>What its outcome means and what is to be done.</summary>
    public static string Meaning(CareMessageView message) => message.Outcome switch
    {
        "taken" when message.FindingCount == 0 => "Het bericht is in orde en verwerkt.",
        "taken" => "Het bericht is verwerkt. Wat hieronder staat, verdient aandacht of is per regel afgekeurd.",
        "refused" => "Het bericht is afgekeurd en geldt als niet verzonden. Laat de afzender het herstellen en met een nieuw nummer opnieuw sturen.",
        _ => "Het bestand is niet bruikbaar: er gaat geen retourbericht uit. Laat de afzender het herstellen en opnieuw sturen.",
    };
}
