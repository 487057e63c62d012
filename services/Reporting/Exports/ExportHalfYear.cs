using FluentValidation;
using Google.Protobuf;
using Grpc.Core;
using Regio.Reporting.ExpertAnalysis;
using Regio.Reporting.Suppression;
using Regio.Reporting.V1;

namespace Regio.Reporting.Exports;

/// <summary>Sends the figures of a half-year as a file, in pieces.</summary>
internal sealed class ExportHalfYear(ExportReader export)
{
    public async Task RunAsync(ExportHalfYearRequest request, Viewer viewer, IServerStreamWriter<ExportHalfYearResponse> answer, CancellationToken ct)
    {
        var table = await export.ReadHalfYearAsync(HalfYear.Parse(request.Period)!, viewer, ct);
        var format = ExportFormat.All[(int)request.Format - 1];
        var file = format.Write(table);
        await answer.WriteAsync(
            new() { Header = new() { FileName = format.FileName(table), ContentType = format.ContentType, ContentHash = FileHash.Of(file), FigureCount = table.Rows.Count } }, ct);
        foreach (var piece in file.Chunk(ExportObservations.PieceBytes))
            await answer.WriteAsync(new() { Chunk = UnsafeByteOperations.UnsafeWrap(piece) }, ct);
    }
}

internal sealed class ExportHalfYearValidator : AbstractValidator<ExportHalfYearRequest>
{
    public ExportHalfYearValidator()
    {
        RuleFor(r => r.Format).IsInEnum().NotEqual(V1.ExportFormat.Unspecified).WithMessage("Say how the file is to be written.");
        RuleFor(r => r.Period).Must(period => HalfYear.Parse(period) is not null).WithMessage("Give a half-year such as 2026-H1.");
    }
}
