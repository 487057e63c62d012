using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Reporting.Reports;

/// <summary>From editions and reports to their messages.</summary>
internal static class ReportMapping
{
    public static V1.ReportEdition ToProto(this ReportEdition edition) => new()
    {
        Id = edition.Id.ToString("D"),
        Title = edition.Title,
        State = (V1.EditionState)((int)edition.State + 1),
        ReportCount = edition.MunicipalityIds.Length,
        DoneCount = edition.DoneCount - edition.SetAsideCount,
        SetAsideCount = edition.SetAsideCount,
        Etag = Etag.Of(edition.Version),
        DraftTime = edition.DraftedAt.ToProto(),
        CheckTime = edition.CheckedAt?.ToProto(),
        PublishTime = edition.PublishedAt?.ToProto(),
    };

    public static V1.CouncilReport ToProto(this CouncilReport report, string docxHash, IEnumerable<UsedFigure> used, IEnumerable<Correction> corrections) => new()
    {
        Id = report.Id.ToString("D"),
        MunicipalityId = report.MunicipalityId,
        ContentHash = report.ContentHash,
        HtmlHash = report.HtmlHash,
        PdfHash = report.PdfHash,
        DocxHash = docxHash,
        Figures = { used.Select(figure => new V1.UsedFigure { Key = Key(figure), Version = figure.Version }) },
        Corrections = { corrections.Select(ToProto) },
    };

    public static V1.SetAsideReport ToProto(this SetAsideReport report) =>
        new() { MunicipalityId = report.MunicipalityId, Reason = report.Reason, SetAsideTime = report.SetAsideAt.ToProto() };

    private static V1.ReportCorrection ToProto(Correction correction) => new()
    {
        Key = Key(correction.Used),
        UsedVersion = correction.Used.Version,
        UsedValue = correction.UsedValue,
        LatestVersion = correction.Latest.Version,
        LatestValue = correction.Latest.Value,
        Source = new() { Title = correction.Latest.SourceTitle, Place = correction.Latest.SourcePlace },
    };

    private static V1.ObservationKey Key(UsedFigure figure) =>
        new() { IndicatorId = figure.Indicator, AreaId = figure.AreaId, Period = figure.Period, Breakdown = figure.Breakdown };
}
