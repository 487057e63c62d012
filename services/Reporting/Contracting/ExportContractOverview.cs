using FluentValidation;
using Google.Protobuf;
using Grpc.Core;
using Regio.Reporting.Exports;
using Regio.Reporting.Monitor;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;
using ExportFormat = Regio.Reporting.Exports.ExportFormat;

namespace Regio.Reporting.Contracting;

/// <summary>Sends the overview as a file, in pieces.</summary>
internal sealed class ExportContractOverview(OverviewReader reader, TimeProvider time)
{
    public async Task RunAsync(
        ExportContractOverviewRequest request, Caller caller, IServerStreamWriter<ExportContractOverviewResponse> answer, CancellationToken ct)
    {
        var areaId = OverviewFieldRules.AreaOf(request.AreaId, caller);
        var view = await reader.ReadAsync(areaId, AsOf.OrToday(request.AsOf, time), ct) ?? throw MonitorArea.NotFound(areaId);
        var table = OverviewExport.Of(view);
        var format = ExportFormat.All[(int)request.Format - 1];
        var file = format.Write(table);
        await answer.WriteAsync(
            new() { Header = new() { FileName = format.FileName(table), ContentType = format.ContentType, ContentHash = FileHash.Of(file), FigureCount = table.Rows.Count } }, ct);
        foreach (var piece in file.Chunk(ExportObservations.PieceBytes))
            await answer.WriteAsync(new() { Chunk = UnsafeByteOperations.UnsafeWrap(piece) }, ct);
    }
}

internal sealed class ExportContractOverviewValidator : AbstractValidator<ExportContractOverviewRequest>
{
    public ExportContractOverviewValidator()
    {
        RuleFor(r => r.Format).IsInEnum().NotEqual(V1.ExportFormat.Unspecified).WithMessage("Say how the file is to be written.");
        RuleFor(r => r.AreaId).IsOverviewArea();
        RuleFor(r => r.AsOf).IsOverviewDay();
    }
}
