using Regio.Municipalities.Tests.Features;
using Regio.Municipalities.V1;
using Regio.Testing.Rpcs;

namespace Regio.Municipalities.Tests.Rpcs;

/// <summary>Right requests to the register, for the table over all rpcs.</summary>
internal sealed class RegisterSamples(MunicipalitiesHost host) : ISampleRequests
{
    public void AddTo(Samples samples) => samples
        .Add(() => new GetMunicipalityRequest { Id = "GM0106" })
        .Add(() => new BatchGetMembershipsRequest { Keys = { new MembershipKey { MunicipalityId = "GM0106" } } })
        .Add(async () => new GetCostAllocationRequest { Id = (await AllocateAsync()).Id });

    private async Task<CostAllocation> AllocateAsync() => (await host.Costs.AllocateCostAsync(
        new() { RequestId = GeneratedRequest.NewId(), AmountCents = 1_00, Subject = "Pleegwijzer" })).CostAllocation;
}
