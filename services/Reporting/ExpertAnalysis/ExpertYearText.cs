namespace Regio.Reporting.ExpertAnalysis;

/// <summary>What the figures of a year are called, in Dutch, and what is counted in each of them.</summary>
internal static class ExpertYearText
{
    private const string Clock = "tijd dat de klok stilstond, telt mee";

    public static string NameOf(string kind) => kind switch
    {
        "duration:decided" => "van aanmelding tot het eerste besluit",
        "duration:closed" => "van aanmelding tot de eerste afsluiting",
        HalfYearCounts.Escalated => "opgeschaald naar JENN, PC Noord of 3Noord",
        "escalated:jenn" => "eerst opgeschaald naar JENN",
        "escalated:pc_noord" => "eerst opgeschaald naar PC Noord",
        "escalated:supra_regional" => "eerst opgeschaald naar 3Noord",
        "escalated:untold" => "opgeschaald zonder dat is vastgelegd waarheen",
        HalfYearCounts.AgePrefix + "0_to_3" => "aangemeld, kind van 0 tot en met 3 jaar",
        HalfYearCounts.AgePrefix + "4_to_11" => "aangemeld, kind van 4 tot en met 11 jaar",
        HalfYearCounts.AgePrefix + "12_to_17" => "aangemeld, kind van 12 tot en met 17 jaar",
        HalfYearCounts.AgePrefix + "18_and_over" => "aangemeld, jongere van 18 jaar of ouder",
        HalfYearCounts.AgePrefix + "untold" => "aangemeld, leeftijd niet bekend",
        HalfYearCounts.GroupPrefix + "elsewhere" => "aangemeld, gemeente buiten de inkoopregio's",
        _ when kind.StartsWith(HalfYearCounts.GroupPrefix, StringComparison.Ordinal) => $"aangemeld, inkoopregio {kind[HalfYearCounts.GroupPrefix.Length..]}",
        _ when kind.StartsWith(HalfYearCounts.StuckOnPrefix, StringComparison.Ordinal) => $"vastgelopen {HalfYearText.NameOf(kind)}",
        _ => HalfYearText.NameOf(kind),
    };

    public static string DefinitionOf(string kind) => kind switch
    {
        "duration:decided" => $"De helft van de casussen waarover in het jaar voor het eerst werd besloten, deed er zo veel dagen over of minder; {Clock}.",
        "duration:closed" => $"De helft van de casussen die in het jaar voor het eerst werden afgesloten, deed er zo veel dagen over of minder; {Clock}.",
        _ when kind.StartsWith(HalfYearCounts.EscalatedPrefix, StringComparison.Ordinal) =>
            "Casussen die in een halfjaar van het jaar werden opgeschaald, naar de tafel waarheen dat in dat halfjaar het eerst gebeurde; in beide halfjaren telt twee keer.",
        _ when kind.StartsWith(HalfYearCounts.AgePrefix, StringComparison.Ordinal) =>
            "Casussen die in het jaar werden aangemeld, naar de leeftijd in hele jaren van het kind waar de casus om gaat, op de dag van aanmelding; broers en zussen in dezelfde casus tellen niet apart.",
        _ when kind.StartsWith(HalfYearCounts.GroupPrefix, StringComparison.Ordinal) =>
            "Casussen die in het jaar werden aangemeld, naar de inkoopregio waar de gemeente die nu verantwoordelijk is nu bij hoort; een overgedragen casus telt bij de nieuwe gemeente.",
        _ when kind.StartsWith(HalfYearCounts.StuckOnPrefix, StringComparison.Ordinal) =>
            "Casussen die in een halfjaar van het jaar hierop vastliepen; dat kan op meer dan één ding zijn. Hoe vaak het in dat halfjaar is gemeld, telt niet; in beide halfjaren telt twee keer.",
        HalfYearCounts.Outcomes => "Rondes van casussen waarvan de hulp in het jaar ten einde kwam en de uitkomst is vastgelegd.",
        _ when kind.StartsWith(HalfYearCounts.ResultPrefix, StringComparison.Ordinal) => "Rondes van casussen waarvan de hulp in het jaar ten einde kwam, met dit resultaat.",
        _ when kind.StartsWith(HalfYearCounts.BottleneckPrefix, StringComparison.Ordinal) =>
            "Rondes van casussen waarvan de hulp in het jaar ten einde kwam, waarbij dit knelpunt is vastgelegd; bij een ronde kunnen er meer zijn.",
        _ when kind.StartsWith(HalfYearCounts.ConsultationPrefix, StringComparison.Ordinal) => "Anonieme consultaties die in het jaar zijn gehouden, met dit gevolg; zij horen niet bij een casus.",
        _ => "Casussen die in een halfjaar van het jaar deze stap zetten; een casus die hem in beide halfjaren zet, telt twee keer.",
    };

    /// <summary>What is counted, as a code: cases, rounds, consultations or days.</summary>
    public static string UnitOf(string kind) => kind switch
    {
        _ when kind.StartsWith(ExpertYearView.DurationPrefix, StringComparison.Ordinal) => "days",
        _ when kind.StartsWith(HalfYearCounts.ConsultationPrefix, StringComparison.Ordinal) => "consultations",
        _ when kind.StartsWith(HalfYearCounts.AgePrefix, StringComparison.Ordinal) || kind.StartsWith(HalfYearCounts.GroupPrefix, StringComparison.Ordinal) => "cases",
        _ when kind.StartsWith(HalfYearCounts.EscalatedPrefix, StringComparison.Ordinal) || kind.StartsWith(HalfYearCounts.StuckOnPrefix, StringComparison.Ordinal) => "cases",
        _ when kind == HalfYearCounts.Outcomes || kind.Contains(':', StringComparison.Ordinal) => "rounds",
        _ => "cases",
    };
}
