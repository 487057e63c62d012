using Regio.Reporting.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Reporting.Importing.Files;

/// <summary>From imports of files to their messages.</summary>
internal static class FileImportMapping
{
    public static V1.FileImport ToProto(this FileImport import, FileProgress? progress) => new()
    {
        Id = import.Id.ToString("D"),
        State = State(import.State, progress),
        Size = import.Size,
        ReceivedBytes = import.ReceivedBytes,
        RowCount = progress?.RowCount ?? 0,
        RefusedCount = progress?.RefusedCount ?? 0,
        AttemptCount = progress?.Attempts ?? 0,
        Reason = import.Reason,
        Report = import.Report.Length == 0 ? null : ImportObservationsResponse.Parser.ParseJson(import.Report),
        StartTime = import.StartedAt.ToProto(),
        EndTime = import.EndedAt?.ToProto(),
    };

    private static V1.FileImportState State(FileImportState state, FileProgress? progress) => (state, progress) switch
    {
        (FileImportState.Receiving, _) => V1.FileImportState.Receiving,
        (FileImportState.Loading, null) => V1.FileImportState.Waiting,
        (FileImportState.Loading, { Storing: false }) => V1.FileImportState.Reading,
        (FileImportState.Loading, _) => V1.FileImportState.Storing,
        (FileImportState.Done, _) => V1.FileImportState.Done,
        _ => V1.FileImportState.Failed,
    };
}
