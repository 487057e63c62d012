using Grpc.Core;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.Reporting.Trajectories;

/// <summary>The rpcs of trajectories.</summary>
internal sealed class TrajectoryGrpcService(GetTrajectoryFigures getTrajectoryFigures) : TrajectoryService.TrajectoryServiceBase
{
    [Policy(ReportingPolicies.ReadContracting)]
    public override Task<GetTrajectoryFiguresResponse> GetTrajectoryFigures(GetTrajectoryFiguresRequest request, ServerCallContext context) =>
        getTrajectoryFigures.RunAsync(request, context.GetCaller(), context.CancellationToken);
}
