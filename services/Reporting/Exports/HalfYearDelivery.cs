using System.Globalization;
using Regio.Documents.Tables;
using Regio.Reporting.ExpertAnalysis;
using Regio.Reporting.Suppression;

namespace Regio.Reporting.Exports;

/// <summary>The figures of a half-year as they are delivered: with the counts by which a receiver checks that all has come.</summary>
internal static class HalfYearDelivery
{
    public static ExportTable Of(ExportTable figures, HalfYear halfYear)
    {
        var (indicator, value) = (Place(figures, "indicator_id"), Place(figures, "value"));
        var hidden = figures.Rows.Count(row => row[value] as string == ShieldReader.NotShown);
        return figures with
        {
            Name = $"levering-{halfYear.Code}",
            Notes =
            [
                ("Levering", $"De cijfers over {halfYear.Code}: van het halfjaar zelf, van zijn kwartalen en van zijn maanden."),
                ("Controletelling", string.Create(CultureInfo.InvariantCulture, $"{figures.Rows.Count} regels, waarvan {hidden} niet getoond")),
                .. figures.Rows.GroupBy(row => row[indicator] as string ?? "", StringComparer.Ordinal).OrderBy(same => same.Key, StringComparer.Ordinal)
                    .Select(same => ("Controletelling per indicator", string.Create(CultureInfo.InvariantCulture, $"{same.Key}: {same.Count()} regels"))),
                .. figures.Notes,
            ],
        };
    }

    private static int Place(ExportTable table, string name) => table.Columns.Select(column => column.Name).ToList().IndexOf(name);
}
