using Regio.Reporting.Pages;

namespace Regio.Reporting.Contracting;

/// <summary>Codes of the overview as people read them.</summary>
internal static class OverviewWords
{
    private static readonly Dictionary<string, string> CeilingStates = new(StringComparer.Ordinal)
    {
        ["intention"] = "voorgenomen",
        ["viewed"] = "zienswijze ontvangen",
        ["active"] = "vastgesteld",
        ["warned"] = "gewaarschuwd",
        ["met"] = "gesprek gevoerd",
        ["reached"] = "bereikt",
        ["closed"] = "afgesloten",
    };

    private static readonly Dictionary<string, string> Declarers = new(StringComparer.Ordinal)
    {
        ["provider"] = "de aanbieder",
        ["buyer"] = "de inkoper",
        ["inspection"] = "de inspectie",
    };

    public static string CeilingState(string state) => CeilingStates.GetValueOrDefault(state, state);

    public static string Declarer(string declarer) => Declarers.GetValueOrDefault(declarer, declarer);

    /// <summary>The last day of a period that ends before a day; an open one has none.</summary>
    public static string LastDay(DateOnly? until) => until is { } day ? Dutch.Day(day.AddDays(-1)) : "zonder einddatum";

    public static string Used(CeilingUse ceiling) => Dutch.Percentage(ceiling.UsedPercent);

    /// <summary>What a stop is for.</summary>
    public static string Scope(StopInForce stop) => (stop.ProductId, stop.IsPartial) switch
    {
        ({ } product, _) => $"product {product}",
        (null, true) => "alle producten, op een deel van de locaties",
        _ => "alle producten",
    };

    /// <summary>What a meeting after a warning stands at.</summary>
    public static string Meeting(CeilingUse ceiling) => ceiling switch
    {
        { MeetingDueOn: null } => "",
        { MeetingOverdue: true } => $"te laat: uiterlijk {Dutch.Day(ceiling.MeetingDueOn)}",
        _ => $"uiterlijk {Dutch.Day(ceiling.MeetingDueOn)}",
    };
}
