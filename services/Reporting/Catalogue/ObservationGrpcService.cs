using Grpc.Core;
using Regio.Reporting.Suppression;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.Reporting.Catalogue;

/// <summary>The rpcs of the data catalogue.</summary>
internal sealed class ObservationGrpcService(ListIndicators listIndicators, ListObservations listObservations, ComputeRatio computeRatio)
    : ObservationService.ObservationServiceBase
{
    [Policy(ReportingPolicies.ReadObservations)]
    public override Task<ListIndicatorsResponse> ListIndicators(ListIndicatorsRequest request, ServerCallContext context) =>
        listIndicators.RunAsync(request, context.CancellationToken);

    [Policy(ReportingPolicies.ReadObservations)]
    public override Task<ListObservationsResponse> ListObservations(ListObservationsRequest request, ServerCallContext context) =>
        listObservations.RunAsync(request, Viewer.Of(context.GetCaller()), context.CancellationToken);

    [Policy(ReportingPolicies.ReadObservations)]
    public override Task<ComputeRatioResponse> ComputeRatio(ComputeRatioRequest request, ServerCallContext context) =>
        computeRatio.RunAsync(request, Viewer.Of(context.GetCaller()), context.CancellationToken);
}
