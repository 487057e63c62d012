using Regio.Reporting.Computing;

namespace Regio.Reporting.Monitor;

/// <summary>Codes of events as people read them.</summary>
internal static class Words
{
    private static readonly Dictionary<string, string> TariffUnits = new(StringComparer.Ordinal)
    {
        ["minute"] = "minuut",
        ["hour"] = "uur",
        ["half-day"] = "dagdeel",
        ["day"] = "etmaal",
        ["piece"] = "stuk",
        ["month"] = "maand",
    };

    private static readonly Dictionary<string, string> CaseStates = new(StringComparer.Ordinal)
    {
        ["registered"] = "aangemeld",
        ["returned"] = "teruggelegd",
        ["accepted"] = "in behandeling",
        ["scheduled"] = "op de agenda",
        ["advised"] = "advies gegeven",
        ["decided"] = "besloten",
        ["in_execution"] = "in uitvoering",
        ["stuck"] = "vastgelopen",
        ["escalated"] = "opgeschaald",
        ["in_evaluation"] = "in evaluatie",
        ["closed"] = "afgesloten",
    };

    private static readonly Dictionary<string, string> WorkKinds = new(StringComparer.Ordinal)
    {
        ["action"] = "Acties",
        ["dossier"] = "Dossiers",
        ["work-order"] = "Opdrachten",
        ["risk"] = "Risico's",
        ["data-request"] = "Gegevensverzoeken",
        ["letter"] = "Brieven met een antwoorddatum",
    };

    private static readonly Dictionary<string, string> Publishers = new(StringComparer.Ordinal)
    {
        ["municipalities"] = "gemeenten en verdelingen",
        ["procurement"] = "contracten",
        ["experttable"] = "experttafel",
    };

    /// <summary>Where something is published, on one line.</summary>
    public static string Source(string title, string place) => place.Length == 0 ? title : $"{title}, {place}";

    public static string Light(Light light) => light switch
    {
        Computing.Light.Green => "Groen",
        Computing.Light.Amber => "Oranje",
        Computing.Light.Red => "Rood",
        _ => "Niet te beoordelen",
    };

    public static string Direction(Direction direction) => direction switch
    {
        Computing.Direction.Rising => "Stijgend",
        Computing.Direction.Falling => "Dalend",
        Computing.Direction.Level => "Ongeveer gelijk",
        _ => "Richting niet bekend",
    };

    public static string Savings(SavingsVerdict verdict) => verdict switch
    {
        SavingsVerdict.NotYetKnown => "Nog niet bekend",
        SavingsVerdict.TooFewYears => "Niet te zeggen: te weinig jaren van voor de maatregel",
        SavingsVerdict.SeriesBreak => "Niet te zeggen: er ligt een reeksbreuk tussen",
        SavingsVerdict.Hidden => "Niet te zeggen: een jaar wordt niet getoond",
        SavingsVerdict.WithinMargin => "Binnen de marge: geen aantoonbaar verschil",
        SavingsVerdict.Achieved => "Ten minste wat was verwacht",
        SavingsVerdict.Partly => "De goede kant op, minder dan verwacht",
        _ => "De andere kant op",
    };

    public static string Publisher(string publisher) => Publishers.GetValueOrDefault(publisher, publisher);

    public static string TariffUnit(string unit) => TariffUnits.GetValueOrDefault(unit, unit);

    public static string WorkKind(string kind) => WorkKinds.GetValueOrDefault(kind, kind);

    /// <summary>For which part of the care something holds.</summary>
    public static string PartOfCare(string productGroup, string care)
    {
        var words = care switch
        {
            "running" => "lopende jeugdhulp",
            "new" => "nieuwe jeugdhulp",
            _ => "alle jeugdhulp",
        };
        return productGroup.Length == 0 ? words : $"{words} in productgroep {productGroup}";
    }

    public static string CaseState(string state) => CaseStates.GetValueOrDefault(state, state);
}
