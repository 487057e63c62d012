using Grpc.Core;
using Regio.Reporting.Suppression;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.Reporting.Monitor;

/// <summary>The rpcs of the monitor.</summary>
internal sealed class MonitorGrpcService(GetMonitor getMonitor) : MonitorService.MonitorServiceBase
{
    [Policy(ReportingPolicies.ReadMonitor)]
    public override Task<GetMonitorResponse> GetMonitor(GetMonitorRequest request, ServerCallContext context) =>
        getMonitor.RunAsync(request, Viewer.Of(context.GetCaller()), context.CancellationToken);
}
