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

    public static string Publisher(string publisher) => Publishers.GetValueOrDefault(publisher, publisher);

    public static string TariffUnit(string unit) => TariffUnits.GetValueOrDefault(unit, unit);

    public static string CaseState(string state) => CaseStates.GetValueOrDefault(state, state);
}
