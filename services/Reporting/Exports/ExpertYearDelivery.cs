using System.Globalization;
using Regio.Documents.Tables;
using Regio.Reporting.ExpertAnalysis;
using Regio.Reporting.Suppression;

namespace Regio.Reporting.Exports;

/// <summary>The figures of a year of the expert table as they are delivered to the national monitor of expert teams.</summary>
internal static class ExpertYearDelivery
{
    private static readonly ExportColumn[] Columns =
    [
        new("year", "jaar", ColumnKind.Text),
        new("kind", "code", ColumnKind.Text),
        new("name", "cijfer", ColumnKind.Text),
        new("definition", "definitie", ColumnKind.Text),
        new("unit", "eenheid", ColumnKind.Text),
        new("value", "waarde", ColumnKind.Text),
        new("number", "getal", ColumnKind.Number),
    ];

    public static ExportTable Of(ExpertYearView view)
    {
        var year = view.Year.ToString("0000", CultureInfo.InvariantCulture);
        return new ExportTable(
            $"experttafel-{year}",
            Columns,
            [
                .. view.Figures.Select(figure => new object?[]
                {
                    year,
                    figure.Kind,
                    ExpertYearText.NameOf(figure.Kind),
                    ExpertYearText.DefinitionOf(figure.Kind),
                    ExpertYearText.UnitOf(figure.Kind),
                    figure.IsHidden ? ShieldReader.NotShown : figure.Value?.ToString(CultureInfo.InvariantCulture) ?? "",
                    figure.Value,
                }),
            ],
            [
                ("Levering", $"De jaarcijfers van de Drentse Experttafel over {year}, voor heel Drenthe; wat is aangemeld ook per inkoopregio en per leeftijd. Per gemeente gaat het om te weinig kinderen."),
                ("Stand", view.IsOver ? "Het jaar is om." : "Het jaar is nog niet om: dit is een tussenstand."),
                ("Kleine aantallen", $"Een aantal kleiner dan {view.Threshold} staat er niet, en ook niet wat zo'n aantal zou verraden."),
                ("Bron", "De stappen en uitkomsten die de experttafel heeft vastgelegd, in codes."),
            ]);
    }
}
