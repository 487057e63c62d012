using FluentValidation;
using Google.Protobuf;
using Grpc.Core;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Reporting.Reports;

/// <summary>Sends a report as a page, a PDF or a DOCX, as it was stored.</summary>
internal sealed class DownloadReport(FileReader files)
{
    private const int PieceBytes = 64 * 1024;

    public async Task RunAsync(DownloadReportRequest request, IServerStreamWriter<DownloadReportResponse> answer, CancellationToken ct)
    {
        var file = await files.FindAsync(Guid.Parse(request.Id), (FileKind)request.Format, published: false, ct)
            ?? throw new DomainException(ReportRules.ReportUnknown, "id", new Dictionary<string, string> { ["id"] = request.Id });
        await answer.WriteAsync(new() { Header = new() { FileName = file.Name, ContentHash = file.Hash } }, ct);
        for (var at = 0; at < file.Bytes.Length; at += PieceBytes)
            await answer.WriteAsync(new() { Chunk = ByteString.CopyFrom(file.Bytes, at, Math.Min(PieceBytes, file.Bytes.Length - at)) }, ct);
    }
}

internal sealed class DownloadReportValidator : AbstractValidator<DownloadReportRequest>
{
    public DownloadReportValidator()
    {
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.Format).IsInEnum().NotEqual(ReportFormat.Unspecified).WithMessage("Give page, PDF or DOCX.");
    }
}
