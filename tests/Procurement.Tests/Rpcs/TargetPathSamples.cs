using Regio.Procurement.Tests.Features;
using Regio.Procurement.Tests.Supply.TargetPaths;
using Regio.Procurement.V1;
using Regio.Testing.Rpcs;
using static Regio.Procurement.Tests.Features.ProcurementHost;

namespace Regio.Procurement.Tests.Rpcs;

/// <summary>Right requests about target paths, for the table over all rpcs.</summary>
internal sealed class TargetPathSamples(ProcurementHost host) : ISampleRequests
{
    public void AddTo(Samples samples) => samples
        .Add(() => PathDrafts.Request("residential-care", "NMD", (Day(2026, 1, 1), 20), (Day(2027, 1, 1), 16)))
        .Add(async () => new GetTargetPathRequest
        {
            RegionId = (await new PathDrafts(host).SetAsync("residential-care", "NMD", (Day(2026, 1, 1), 20))).RegionId,
        });
}
