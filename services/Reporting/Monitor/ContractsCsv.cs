using Regio.Reporting.ExpertAnalysis;

namespace Regio.Reporting.Monitor;

/// <summary>Contracts and cases as lines of the monitor's CSV. A number that is left out is an empty value with a remark.</summary>
internal static class ContractsCsv
{
    public static IEnumerable<MonitorLine> Lines(MonitorView view) =>
    [
        MonitorCsv.Total(view, "contracts-signed", "Ondertekende contracten", view.Contracts.SignedCount, "contracts"),
        MonitorCsv.Total(view, "contracts-holding", "Contracten die nu gelden", view.Contracts.HoldingCount, "contracts"),
        MonitorCsv.Total(view, "contracts-terminated", "Tussentijds beëindigde contracten", view.Contracts.TerminatedCount, "contracts"),
        .. view.Contracts.Rows.SelectMany(OfRow),
        MonitorCsv.Total(view, "cases", "Casussen bij de experttafel", 0, "cases") with
        {
            Value = view.Cases.Total,
            Remark = LeftOut(view.Cases.Total, view.Cases),
        },
        .. view.Cases.States.Select(state => new MonitorLine(
            "case", view.AreaId, view.AreaName, "", $"cases-{state.State}", $"Casussen: {Words.CaseState(state.State)}", state.Count, "cases", "", "", "", "", LeftOut(state.Count, view.Cases))),
        .. view.Cases.StuckOn.Select(on => new MonitorLine(
            "case", view.AreaId, view.AreaName, "", $"stuck-on-{on.Bottleneck}", $"Casussen, vastgelopen {HalfYearText.NameOf(HalfYearCounts.StuckOnPrefix + on.Bottleneck)}", on.Count, "cases", "", "", "", "", LeftOut(on.Count, view.Cases))),
    ];

    private static string LeftOut(long? count, CasesView cases) =>
        count is null ? $"Niet getoond: kleiner dan {cases.Threshold}, of zou een ander klein aantal verraden." : "";

    private static IEnumerable<MonitorLine> OfRow(ContractRowView row)
    {
        var line = new MonitorLine(
            "contract", row.BuyerId, row.BuyerName, "", "", $"Interventieniveau {row.Level}, per {Words.TariffUnit(row.Unit)}", null, "", "", "", "", "", "");
        yield return line with { Indicator = $"lines-level-{row.Level}-{row.Unit}", Value = row.Lines, Unit = "lines" };
        yield return line with { Indicator = $"tariff-lowest-level-{row.Level}-{row.Unit}", Value = row.LowestTariffCents, Unit = "eurocent" };
        yield return line with { Indicator = $"tariff-highest-level-{row.Level}-{row.Unit}", Value = row.HighestTariffCents, Unit = "eurocent" };
    }
}
