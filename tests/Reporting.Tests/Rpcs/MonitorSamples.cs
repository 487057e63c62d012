using Regio.Reporting.V1;
using Regio.Testing.Rpcs;

namespace Regio.Reporting.Tests.Rpcs;

/// <summary>Right requests to the monitor, for the table over all rpcs.</summary>
internal sealed class MonitorSamples : ISampleRequests
{
    public void AddTo(Samples samples) => samples
        .Add(() => new GetMonitorRequest { AreaId = "GM0106" });
}
