using Grpc.Core;
using Regio.Reporting.Importing.Files;
using Regio.Reporting.Importing.Tables;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.Reporting.Importing;

/// <summary>The rpcs of reading in.</summary>
internal sealed class ImportGrpcService(
    ImportObservations importObservations, StartTableImport startTableImport, GetTableImport getTableImport,
    StartFileImport startFileImport, UploadFile uploadFile, GetFileImport getFileImport)
    : ImportService.ImportServiceBase
{
    [Policy(ReportingPolicies.ImportObservations)]
    public override Task<ImportObservationsResponse> ImportObservations(
        IAsyncStreamReader<ImportObservationsRequest> requestStream, ServerCallContext context) =>
        importObservations.RunAsync(requestStream, context.CancellationToken);

    [Policy(ReportingPolicies.ImportObservations)]
    public override Task<StartTableImportResponse> StartTableImport(StartTableImportRequest request, ServerCallContext context) =>
        startTableImport.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ReportingPolicies.ImportObservations)]
    public override Task<GetTableImportResponse> GetTableImport(GetTableImportRequest request, ServerCallContext context) =>
        getTableImport.RunAsync(request, context.CancellationToken);

    [Policy(ReportingPolicies.ImportObservations)]
    public override Task<StartFileImportResponse> StartFileImport(StartFileImportRequest request, ServerCallContext context) =>
        startFileImport.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ReportingPolicies.ImportObservations)]
    public override Task<UploadFileResponse> UploadFile(IAsyncStreamReader<UploadFileRequest> requestStream, ServerCallContext context) =>
        uploadFile.RunAsync(requestStream, context.CancellationToken);

    [Policy(ReportingPolicies.ImportObservations)]
    public override Task<GetFileImportResponse> GetFileImport(GetFileImportRequest request, ServerCallContext context) =>
        getFileImport.RunAsync(request, context.CancellationToken);
}
