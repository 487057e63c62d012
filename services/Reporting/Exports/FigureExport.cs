using System.Globalization;
using Regio.Documents.Tables;
using Regio.Reporting.Catalogue;
using Regio.Reporting.Figures;
using Regio.Reporting.Suppression;

namespace Regio.Reporting.Exports;

/// <summary>The figures as a table: each with indicator, version, source, load and line.</summary>
internal static class FigureExport
{
    private static readonly ExportColumn[] Columns =
    [
        Text("indicator_id", "Indicator"), Text("indicator_name", "Naam"), Text("area_id", "Gebiedscode"), Text("area_name", "Gebied"),
        Text("period", "Periode"), Text("breakdown", "Uitsplitsing"), Number("version", "Versie"), Text("status", "Status"),
        Number("number", "Waarde"), Text("unit", "Eenheid"), Text("value", "Zoals gepubliceerd"), Text("denominator", "Aandeel van"),
        Text("source_title", "Bron"), Text("source_place", "Plaats in de bron"), Text("load_id", "Lading"), Text("file_name", "Bestand"),
        Text("content_hash", "SHA-256 van het bestand"), Number("line", "Regel"), Text("load_time", "Ingelezen (UTC)"), Text("remark", "Opmerking"),
    ];

    /// <param name="figures">The figures, in their order, those that the viewer may not see emptied.</param>
    /// <param name="names">Names of indicators and of areas.</param>
    /// <param name="threshold">The lowest count that the viewer is shown; 0: everything is.</param>
    public static ExportTable Of(IReadOnlyList<TracedObservation> figures, IReadOnlyDictionary<string, string> names, int threshold) => new(
        "cijfers",
        Columns,
        [.. figures.Select(figure => Row(figure, names))],
        [
            ("Cijfers", "Elk cijfer staat er zoals het is gepubliceerd, met de bron erbij en met het bestand en de regel waarmee het hier is gekomen. Alleen de laatste versie van elk cijfer staat hier."),
            ("Leeg of niet bekend", "Een lege waarde is geen nul: het cijfer is niet bekend, of het gepubliceerde is geen getal."),
            .. threshold == 0 ? Array.Empty<(string, string)>() : [("Niet getoond", $"Een aantal kleiner dan {threshold.ToString(CultureInfo.InvariantCulture)} staat er niet, en ook niet wat zo'n aantal zou verraden.")],
            .. figures.Select(figure => figure.Observation.SourceTitle).Distinct().Order(StringComparer.Ordinal).Select(title => ("Bron", title)),
            .. figures.Select(figure => figure.Load).OfType<Load>().DistinctBy(load => load.Id).OrderBy(load => load.FileName, StringComparer.Ordinal).ThenBy(load => load.Id)
                .Select(load => ("Ingelezen bestand", $"{load.FileName}, SHA-256 {load.ContentHash}")),
        ]);

    private static object?[] Row(TracedObservation figure, IReadOnlyDictionary<string, string> names)
    {
        var o = figure.Observation;
        return
        [
            o.Indicator, names.GetValueOrDefault(o.Indicator, o.Indicator), o.AreaId, names.GetValueOrDefault(o.AreaId, o.AreaId),
            o.Period, o.Breakdown, (decimal)o.Version, o.Status,
            o.ValueNumeric, o.Unit, o.Value, o.Denominator,
            o.SourceTitle, o.SourcePlace, figure.Load?.Id.ToString("D"), figure.Load?.FileName,
            figure.Load?.ContentHash, (decimal)o.Line, figure.Load?.LoadedAt.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture), Remark(o),
        ];
    }

    private static string Remark(Observation o) => ShieldReader.IsHidden(o) ? "Gaat over weinig kinderen, of zou zo'n cijfer verraden." : o.Remark;

    private static ExportColumn Text(string name, string dutch) => new(name, dutch, ColumnKind.Text);

    private static ExportColumn Number(string name, string dutch) => new(name, dutch, ColumnKind.Number);
}
