using Regio.ExpertTable.Tests.Deciders;
using Regio.ExpertTable.V1;
using Regio.Testing.Rpcs;

namespace Regio.ExpertTable.Tests.Rpcs;

/// <summary>Right requests about who decides, for the table over all rpcs.</summary>
internal sealed class DeciderSamples(ExpertTableHost host) : ISampleRequests
{
    public void AddTo(Samples samples) => samples
        .Add(() => new DetermineDeciderRequest { Residences = { DeciderFeatureTests.Lived("GM0106") } })
        .Add(async () => DeciderFeatureTests.Record((await host.CaseInAsync(CaseState.Registered)).Id, DeciderFeatureTests.Lived("GM0106")))
        .Add(async () => DeciderFeatureTests.HandOver((await host.CaseInAsync(CaseState.Registered)).Id, "GM0109"));
}
