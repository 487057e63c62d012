using Regio.Reporting.V1;
using Regio.Testing.Rpcs;

namespace Regio.Reporting.Tests.Rpcs;

/// <summary>A right request for trajectories, for the table over all rpcs.</summary>
internal sealed class TrajectorySamples : ISampleRequests
{
    public void AddTo(Samples samples) => samples
        .Add(() => new GetTrajectoryFiguresRequest { Year = 2022, MunicipalityId = "GM0106" });
}
