using FluentValidation;
using Google.Protobuf;
using Grpc.Core;
using Regio.Reporting.Catalogue;
using Regio.Reporting.Persistence;
using Regio.Reporting.Suppression;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Reporting.Exports;

/// <summary>Sends the figures as a file, in pieces.</summary>
internal sealed class ExportObservations(ReportingDbContext db, ExportReader export)
{
    /// <summary>Bytes of a piece.</summary>
    public const int PieceBytes = 64 * 1024;

    public async Task RunAsync(ExportObservationsRequest request, Viewer viewer, IServerStreamWriter<ExportObservationsResponse> answer, CancellationToken ct)
    {
        if (request.IndicatorId.Length > 0)
            await db.RequireIndicatorAsync(request.IndicatorId, "indicator_id", ct);
        var table = await export.ReadAsync(request.IndicatorId, request.AreaId, viewer, ct);
        var format = ExportFormat.All[(int)request.Format - 1];
        var file = format.Write(table);
        await answer.WriteAsync(
            new() { Header = new() { FileName = format.FileName(table), ContentType = format.ContentType, ContentHash = FileHash.Of(file), FigureCount = table.Rows.Count } }, ct);
        for (var at = 0; at < file.Length; at += PieceBytes)
            await answer.WriteAsync(new() { Chunk = ByteString.CopyFrom(file, at, Math.Min(PieceBytes, file.Length - at)) }, ct);
    }
}

internal sealed class ExportObservationsValidator : AbstractValidator<ExportObservationsRequest>
{
    public ExportObservationsValidator()
    {
        RuleFor(r => r.Format).IsInEnum().NotEqual(V1.ExportFormat.Unspecified).WithMessage("Say how the file is to be written.");
        RuleFor(r => r.IndicatorId).IsLineOrEmpty(ObservationFieldRules.MostCodeCharacters);
        RuleFor(r => r.AreaId).IsLineOrEmpty(ObservationFieldRules.MostCodeCharacters);
    }
}
