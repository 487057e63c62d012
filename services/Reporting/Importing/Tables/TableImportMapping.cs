using Regio.Reporting.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Reporting.Importing.Tables;

/// <summary>From imports of tables to their messages.</summary>
internal static class TableImportMapping
{
    public static V1.TableImport ToProto(this TableImport import) => new()
    {
        Id = import.Id.ToString("D"),
        SourceName = import.SourceName,
        TableName = import.TableName,
        State = (V1.TableImportState)import.State,
        PageCount = import.PageCount,
        RowCount = import.RowCount,
        Reason = import.Reason,
        Report = import.Report.Length == 0 ? null : ImportReportMessage(import.Report),
        StartTime = import.StartedAt.ToProto(),
        EndTime = import.EndedAt?.ToProto(),
    };

    private static ImportObservationsResponse ImportReportMessage(string json) => ImportObservationsResponse.Parser.ParseJson(json);
}
