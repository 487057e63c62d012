using Grpc.Core;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.Reporting.Importing;

/// <summary>The rpcs of reading in.</summary>
internal sealed class ImportGrpcService(ImportObservations importObservations) : ImportService.ImportServiceBase
{
    [Policy(ReportingPolicies.ImportObservations)]
    public override Task<ImportObservationsResponse> ImportObservations(
        IAsyncStreamReader<ImportObservationsRequest> requestStream, ServerCallContext context) =>
        importObservations.RunAsync(requestStream, context.CancellationToken);
}
