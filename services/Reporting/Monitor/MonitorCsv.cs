using System.Globalization;
using CsvHelper;

namespace Regio.Reporting.Monitor;

/// <summary>
/// One line of the monitor as CSV: one value of one thing, in invariant notation.
/// <list type="bullet">
/// <item>Record: figure, municipality, region, allocation, share, total, contract or case.</item>
/// <item>AreaId, AreaName: the area that the value is about; of a share the municipality that bears it, of a contract who buys.</item>
/// <item>AllocationId: of an allocation and its shares.</item>
/// <item>Indicator, Label: stable code, and the name in Dutch or the subject of an allocation.</item>
/// <item>Value, Unit: the number with a point for decimals, money in eurocents; empty when what is published is no number or not known.</item>
/// <item>Period: year, day, span or, of an allocation, the moment in UTC.</item>
/// <item>Published: the value exactly as published.</item>
/// <item>SourceTitle, SourcePlace, Remark: where it is published and what a reader must know.</item>
/// </list>
/// Text that a spreadsheet would run as a formula has an apostrophe in front.
/// </summary>
[CsvRecord]
internal sealed partial record MonitorLine(
    string Record,
    string AreaId,
    string AreaName,
    string AllocationId,
    string Indicator,
    string Label,
    decimal? Value,
    string Unit,
    string Period,
    string Published,
    string SourceTitle,
    string SourcePlace,
    string Remark);

/// <summary>Writes the monitor as CSV.</summary>
internal static class MonitorCsv
{
    private static readonly CsvWriterOptions Options = new() { Injection = CsvInjection.Escape };

    public static byte[] Write(MonitorView view)
    {
        using var buffer = new MemoryStream();
        using (var csv = CsvWriter.Create(buffer, Options, leaveOpen: true))
            csv.WriteRecords(Lines(view));
        return buffer.ToArray();
    }

    private static IEnumerable<MonitorLine> Lines(MonitorView view) =>
    [
        .. view.Municipalities.SelectMany(m => OfMunicipality(m, view.KeySource)),
        .. view.Regions.SelectMany(OfRegion),
        Total(view, "allocation-count", "Aantal verdelingen", view.AllocationCount, "allocations"),
        Total(view, "allocation-sum", "Som van de verdelingen", view.AllocationSumCents, "eurocent"),
        .. view.Allocations.SelectMany(allocation => OfAllocation(view, allocation)),
        .. ContractsCsv.Lines(view),
        .. view.Figures.Select(OfFigure),
    ];

    private static IEnumerable<MonitorLine> OfMunicipality(MunicipalityView m, SourceView? key)
    {
        var line = new MonitorLine("municipality", m.Id, m.Name, "", "", "", null, "", "", "", "", "", "");
        yield return line with
        {
            Indicator = "youth",
            Label = m.AgeLabel.Length == 0 ? "Jeugdigen" : $"Jeugdigen ({m.AgeLabel})",
            Value = m.Youth,
            Unit = "persons",
            Period = m.ReferenceDate?.ToString("O", CultureInfo.InvariantCulture) ?? "",
            SourceTitle = m.Source?.Title ?? "",
            SourcePlace = m.Source?.Place ?? "",
            Remark = m.YouthOf.Count > 0 ? $"Opgeteld: {string.Join(", ", m.YouthOf)}" : "",
        };
        yield return line with
        {
            Indicator = "allocation-key",
            Label = "Percentage in de verdeelsleutel",
            Value = m.KeyPercentage,
            Unit = "percent",
            SourceTitle = key?.Title ?? "",
            SourcePlace = key?.Place ?? "",
        };
        yield return line with { Indicator = "allocated", Label = "Verdeelde kosten", Value = m.AllocatedCents, Unit = "eurocent" };
    }

    private static IEnumerable<MonitorLine> OfRegion(RegionView r)
    {
        var line = new MonitorLine("region", r.Id, r.Name, "", "", "", null, "", "", "", "", "", "");
        yield return line with { Indicator = "youth", Label = "Jeugdigen", Value = r.Youth, Unit = "persons" };
        yield return line with { Indicator = "allocation-key", Label = "Percentage in de verdeelsleutel", Value = r.KeyPercentage, Unit = "percent" };
        yield return line with { Indicator = "allocated", Label = "Verdeelde kosten", Value = r.AllocatedCents, Unit = "eurocent" };
    }

    public static MonitorLine Total(MonitorView view, string indicator, string label, decimal value, string unit) =>
        new("total", view.AreaId, view.AreaName, "", indicator, label, value, unit, "", "", "", "", "");

    private static IEnumerable<MonitorLine> OfAllocation(MonitorView view, AllocationView a)
    {
        var line = new MonitorLine(
            "allocation", view.AreaId, view.AreaName, a.Id.ToString("D"), "allocation", a.Subject, a.AmountCents, "eurocent",
            a.RecordedAt.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture), "", "", "", "");
        yield return line;
        foreach (var share in a.Shares)
            yield return line with { Record = "share", AreaId = share.MunicipalityId, AreaName = share.MunicipalityName, Indicator = "share", Value = share.AmountCents };
    }

    private static MonitorLine OfFigure(FigureView f) => new(
        "figure", f.AreaId, f.AreaName, "", f.Indicator, f.Label, f.Number, f.Unit, f.Period, f.Value, f.Source.Title, f.Source.Place, f.Remark);
}
