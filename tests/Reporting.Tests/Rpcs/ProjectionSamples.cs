using Regio.Reporting.V1;
using Regio.Testing.Rpcs;

namespace Regio.Reporting.Tests.Rpcs;

/// <summary>The rebuild of the projection, for the table over all rpcs: it reads histories of services that are not there.</summary>
internal sealed class ProjectionSamples : ISampleRequests
{
    public void AddTo(Samples samples) => samples.AsksNeighbours<RebuildProjectionRequest>();
}
