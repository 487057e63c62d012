using FluentValidation;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Regio.Reporting.Exports;
using Regio.Reporting.Persistence;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Reporting.Reports;

/// <summary>Sends a report as a page or a PDF, made again from its content.</summary>
internal sealed class DownloadReport(ReportingDbContext db)
{
    private const int PieceBytes = 64 * 1024;

    public async Task RunAsync(DownloadReportRequest request, IServerStreamWriter<DownloadReportResponse> answer, CancellationToken ct)
    {
        var id = Guid.Parse(request.Id);
        var report = await db.Set<CouncilReport>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct)
            ?? throw new DomainException(ReportRules.ReportUnknown, "id", new Dictionary<string, string> { ["id"] = request.Id });
        var pdf = request.Format == ReportFormat.Pdf;
        var file = ReportFiles.Again(report, pdf);
        await answer.WriteAsync(new() { Header = new() { FileName = ReportNames.FileOf(report, pdf), ContentHash = FileHash.Of(file) } }, ct);
        for (var at = 0; at < file.Length; at += PieceBytes)
            await answer.WriteAsync(new() { Chunk = ByteString.CopyFrom(file, at, Math.Min(PieceBytes, file.Length - at)) }, ct);
    }
}

/// <summary>What the files of reports are called.</summary>
internal static class ReportNames
{
    public static string FileOf(CouncilReport report, bool pdf) => $"raadsrapport-{report.MunicipalityId}-{report.ContentHash[..8]}.{(pdf ? "pdf" : "html")}";
}

internal sealed class DownloadReportValidator : AbstractValidator<DownloadReportRequest>
{
    public DownloadReportValidator()
    {
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.Format).IsInEnum().NotEqual(ReportFormat.Unspecified).WithMessage("Give page or PDF.");
    }
}
