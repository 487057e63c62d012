using Regio.ExpertTable.V1;
using Regio.Testing.Rpcs;

namespace Regio.ExpertTable.Tests.Rpcs;

/// <summary>Right requests about capacity, for the table over all rpcs.</summary>
internal sealed class CapacitySamples(ExpertTableHost host) : ISampleRequests
{
    public void AddTo(Samples samples) => samples
        .Add(() => Staff.Member())
        .Add(async () => new EndStaffMemberRequest { Id = (await host.StaffAsync(StaffKind.Chair)).Id, EndDate = ExpertTableHost.Today })
        // Wide enough for all that the table tries.
        .Add(() => Staff.Term(perGuide: 1000, inAll: 10_000))
        .Add(async () => Staff.Ask(await RegisteredAsync()))
        .Add(async () => Staff.Assign(await RegisteredAsync(), (await host.StaffAsync()).Id))
        .Add(async () => Staff.End(await GuidedAsync()))
        .Add(async () => new AssignCareBrokerRequest { Id = await RegisteredAsync(), CareBrokerId = (await host.StaffAsync(StaffKind.CareBroker)).Id })
        .Add(() => new GetCapacityRequest())
        .Add(() => new PreviewCapacityRequest { GuideCount = 7 });

    private async Task<string> RegisteredAsync() => (await host.CaseInAsync(CaseState.Registered)).Id;

    private async Task<string> GuidedAsync()
    {
        var id = await RegisteredAsync();
        await host.Capacity().AssignGuideAsync(Staff.Assign(id, (await host.StaffAsync()).Id, "Voor deze proef."));
        return id;
    }
}
