using FluentValidation;
using Google.Protobuf;
using Grpc.Core;
using Regio.Reporting.ExpertAnalysis;
using Regio.Reporting.Suppression;
using Regio.Reporting.V1;

namespace Regio.Reporting.Exports;

/// <summary>Sends the figures of a year of the expert table as a file, in pieces.</summary>
internal sealed class ExportExpertYear(HalfYearReader reader)
{
    public async Task RunAsync(ExportExpertYearRequest request, IServerStreamWriter<ExportExpertYearResponse> answer, CancellationToken ct)
    {
        // It leaves the region, so whoever asks, it holds what anybody may see.
        var table = ExpertYearDelivery.Of(await reader.ReadYearAsync(request.Year, Viewer.Anybody, ct));
        var format = ExportFormat.All[(int)request.Format - 1];
        var file = format.Write(table);
        await answer.WriteAsync(
            new() { Header = new() { FileName = format.FileName(table), ContentType = format.ContentType, ContentHash = FileHash.Of(file), FigureCount = table.Rows.Count } }, ct);
        foreach (var piece in file.Chunk(ExportObservations.PieceBytes))
            await answer.WriteAsync(new() { Chunk = UnsafeByteOperations.UnsafeWrap(piece) }, ct);
    }
}

internal sealed class ExportExpertYearValidator : AbstractValidator<ExportExpertYearRequest>
{
    public ExportExpertYearValidator()
    {
        RuleFor(r => r.Format).IsInEnum().NotEqual(V1.ExportFormat.Unspecified).WithMessage("Say how the file is to be written.");
        RuleFor(r => r.Year).IsYear();
    }
}
