using Regio.Documents;
using Regio.Reporting.Monitor;
using Regio.Reporting.Pages;
using Regio.Reporting.Suppression;

namespace Regio.Reporting.ExpertAnalysis;

/// <summary>The analysis in Dutch.</summary>
internal static class HalfYearText
{
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        ["registered"] = "aangemeld",
        ["returned"] = "teruggelegd, met een volgende stap",
        ["accepted"] = "in behandeling genomen",
        ["decided"] = "besloten",
        ["stuck"] = "vastgelopen",
        ["escalated"] = "opgeschaald",
        ["escalated:jenn"] = "waarvan eerst naar JENN",
        ["escalated:pc_noord"] = "waarvan eerst naar PC Noord",
        ["escalated:supra_regional"] = "waarvan eerst naar 3Noord",
        ["escalated:untold"] = "waarvan niet is vastgelegd waarheen",
        ["closed"] = "afgesloten",
        ["outcome"] = "hulp ten einde, uitkomst vastgelegd",
        ["result:reached"] = "doel bereikt",
        ["result:partly"] = "doel deels bereikt",
        ["result:not_reached"] = "doel niet bereikt",
        ["bottleneck:no_supply"] = "geen passend aanbod",
        ["bottleneck:waiting"] = "wachttijd",
        ["bottleneck:tariff_or_contract"] = "tarief of contract",
        ["bottleneck:law"] = "wet- en regelgeving",
        ["bottleneck:cooperation"] = "samenwerking",
        ["bottleneck:safety"] = "veiligheid",
        ["stuck_on:no_supply"] = "op geen passend aanbod",
        ["stuck_on:waiting"] = "op wachttijd",
        ["stuck_on:tariff_or_contract"] = "op tarief of contract",
        ["stuck_on:law"] = "op wet- en regelgeving",
        ["stuck_on:cooperation"] = "op samenwerking",
        ["stuck_on:safety"] = "op veiligheid",
        ["stuck_on:untold"] = "zonder dat is vastgelegd waarop",
        ["consultation:advised"] = "geadviseerd",
        ["consultation:referred"] = "doorverwezen",
        ["consultation:to_register"] = "advies om aan te melden",
    };

    /// <summary>What people call a kind of number.</summary>
    public static string NameOf(string kind) => Kinds.GetValueOrDefault(kind, kind);

    public static Document Of(HalfYearView view) => new(
        $"Drentse Experttafel, {(view.HalfYear.Half == 1 ? "eerste" : "tweede")} helft van {view.HalfYear.Year}",
        $"Alleen aantallen, voor heel Drenthe: per gemeente gaat het om te weinig kinderen. {Over(view)} Bijgewerkt tot {(view.LastEventAt is { } at ? Dutch.Moment(at) : Dutch.Unknown)}.",
        [
            Counts("doorloop", "Wat er met casussen gebeurde", "Casussen die in het halfjaar een stap zetten; een casus kan er meer zetten", view, kind => !kind.Contains(':', StringComparison.Ordinal) || kind.StartsWith(HalfYearCounts.EscalatedPrefix, StringComparison.Ordinal)),
            Counts("vastgelopen", "Waarop casussen vastliepen", "Casussen die in het halfjaar vastliepen; een casus kan op meer dan één ding vastlopen en telt bij elk daarvan een keer", view, kind => kind.StartsWith(HalfYearCounts.StuckOnPrefix, StringComparison.Ordinal)),
            Counts("uitkomst", "Wat het opleverde", "Uitkomsten van hulp die in het halfjaar ten einde kwam", view, kind => kind.StartsWith(HalfYearCounts.ResultPrefix, StringComparison.Ordinal)),
            Counts("knelpunten", "Wat in de weg stond", "Knelpunten bij deze uitkomsten; bij een uitkomst kunnen er meer zijn", view, kind => kind.StartsWith(HalfYearCounts.BottleneckPrefix, StringComparison.Ordinal)),
            Counts("consultatie", "Waarover werd meegedacht", "Anonieme consultaties die in het halfjaar werden gehouden; zij horen niet bij een casus", view, kind => kind.StartsWith(HalfYearCounts.ConsultationPrefix, StringComparison.Ordinal), "Consultaties"),
            Times(view),
        ],
        "Bron: de stappen en uitkomsten die de experttafel heeft vastgelegd, in codes. Wat eruit te leren is, staat hier niet: dat is aan de tafel zelf. "
        + (view.Threshold == 0 ? "Alle aantallen staan hier: deel ze niet verder." : $"Een aantal kleiner dan {view.Threshold} staat er niet, en ook niet wat zo'n aantal zou verraden."),
        "Jeugdhulpregio Drenthe");

    private static string Over(HalfYearView view) => view.IsOver ? "" : "Het halfjaar is nog niet om: dit is een tussenstand.";

    private static Section Counts(string id, string heading, string caption, HalfYearView view, Func<string, bool> belongs, string counted = "Casussen") => Section.Of(
        id,
        heading,
        [],
        [
            new Table(
                caption,
                [new("Wat", Share: 3), new(counted, IsNumber: true)],
                [.. view.Counts.Where(count => belongs(count.Kind)).Select(count => new[] { NameOf(count.Kind), Shown(count.Cases) })]),
        ]);

    private static Section Times(HalfYearView view) => Section.Of(
        "tijd",
        "Hoe lang het duurde",
        view.Times.Count == 0 ? [$"Geen casus verliet in dit halfjaar een stand: hoe lang het duurt, is {Dutch.Unknown}."] : [],
        view.Times.Count == 0 ? [] : [
            new Table(
                "Tijd in een stand, van casussen die die stand in het halfjaar verlieten. De helft deed er zo lang over of korter; tijd dat de klok stilstond, telt mee",
                [new("Stand", Share: 2), new("Casussen", IsNumber: true), new("Mediaan in dagen", IsNumber: true)],
                [.. view.Times.Select(state => new[] { Words.CaseState(state.State), state.Cases is null && state.MedianDays is not null ? $"ten minste {view.Threshold}" : Shown(state.Cases), state.MedianDays is { } days ? Dutch.Amount(days) : ShieldReader.NotShown })]),
        ]);

    private static string Shown(long? cases) => cases is { } known ? Dutch.Number(known) : ShieldReader.NotShown;
}
