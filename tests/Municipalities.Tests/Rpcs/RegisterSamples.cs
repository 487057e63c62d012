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
        .Add(() => Key())
        .Add(async () => new AdoptAllocationKeyRequest { Id = await DraftAsync(), Period = new() { StartDate = RoundWays.Past } })
        .Add(async () => new CompareAllocationsRequest
        {
            AmountCents = 1_00, Left = new() { AllocationKeyId = await PublishedKeyAsync() }, Right = new() { YouthDate = RoundWays.Later }, MunicipalityIds = { "GM0106" },
        })
        .Add(async () => new CreditCostAllocationRequest { CostAllocationId = (await AllocateAsync()).Id, Reason = "Dubbel geboekt" })
        .Add(async () => new GetCostAllocationRequest { Id = (await AllocateAsync()).Id });

    private static DraftAllocationKeyRequest Key() => new()
    {
        RequestId = GeneratedRequest.NewId(),
        AllocationKey = new()
        {
            Purpose = $"p-{Guid.NewGuid():N}",
            Period = new() { StartDate = RoundWays.Past },
            Source = new() { Title = "Besluit" },
            Weights = { new AllocationKeyWeight { MunicipalityId = "GM0106", Percentage = "100" } },
        },
    };

    private async Task<string> DraftAsync() => (await host.Costs.DraftAllocationKeyAsync(Key())).AllocationKey.Id;

    private async Task<string> PublishedKeyAsync() => (await host.Costs.GetAllocationKeyAsync(new())).AllocationKey.Id;

    private async Task<CostAllocation> AllocateAsync() => (await host.Costs.AllocateCostAsync(
        new() { RequestId = GeneratedRequest.NewId(), AmountCents = 1_00, Subject = "Pleegwijzer" })).CostAllocation;
}
