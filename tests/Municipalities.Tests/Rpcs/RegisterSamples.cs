using Regio.Municipalities.Tests.Features;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.Testing.Rpcs;

namespace Regio.Municipalities.Tests.Rpcs;

/// <summary>Right requests to the register, for the table over all rpcs.</summary>
internal sealed class RegisterSamples(MunicipalitiesHost host) : ISampleRequests
{
    private static int _lastCode = 7000;
    private static int _lastRole;

    public void AddTo(Samples samples) => samples
        .Add(() => new GetMunicipalityRequest { Id = "GM0106" })
        .Add(() => new BatchGetMembershipsRequest { Keys = { new MembershipKey { MunicipalityId = "GM0106" } } })
        .Add(() => new ListMembershipsRequest { MunicipalityId = "GM0106", RegionId = "NMD" })
        .Add(() => Membership())
        .Add(async () =>
        {
            var membership = (await host.Keeping.RecordMembershipAsync(Membership())).Membership;
            return new EndMembershipRequest
            {
                MunicipalityId = "GM0106", RegionId = "ZD", ProductGroup = membership.ProductGroup, EndDate = RoundWays.Later,
            };
        })
        .Add(async () => await MergerAsync())
        .Add(() => new RecordYouthCountRequest
        {
            MunicipalityId = "GM0106", YouthCount = new() { Persons = 14_000, ReferenceDate = RoundWays.Past, AgeLabel = "0 tot 18 jaar", Source = new() { Title = "CBS StatLine" } },
        })
        .Add(() => Claim())
        .Add(() => new RegisterRegionRequest
        {
            Region = new() { Id = NewRegion(), Name = "Proefregio", Kind = RegionKind.Procurement, Period = new() { StartDate = RoundWays.Past } }, Source = new() { Title = "Besluit" },
        })
        .Add(async () =>
        {
            var claim = (await host.Keeping.RecordClaimAsync(Claim())).Claim;
            return new FollowClaimRequest { Topic = claim.Topic, Source = claim.Source, Reason = "Het besluit zelf." };
        })
        // A code that nobody has is what is wanted.
        .JudgedElsewhere<RegisterRegionRequest>("region.id")
        .Add(() => Role())
        .Add(async () =>
        {
            var role = (await host.Keeping.RecordRegionRoleAsync(Role())).Role;
            return new EndRegionRoleRequest
            {
                RegionId = role.RegionId, Kind = role.Kind, EndDate = DayAfter(role.Period.StartDate), EndPrecision = DatePrecision.Day,
            };
        })
        .Add(() => Key())
        .Add(async () => new AdoptAllocationKeyRequest { Id = await DraftAsync(), Period = new() { StartDate = RoundWays.Past } })
        .Add(async () => new CompareAllocationsRequest
        {
            AmountCents = 1_00, Left = new() { AllocationKeyId = await PublishedKeyAsync() }, Right = new() { YouthDate = RoundWays.Later }, MunicipalityIds = { "GM0106" },
        })
        .Add(async () => new CreditCostAllocationRequest { CostAllocationId = (await AllocateAsync()).Id, Reason = "Dubbel geboekt" })
        .Add(async () => new GetCostAllocationRequest { Id = (await AllocateAsync()).Id });

    // Of digits alone: the code that is made up from it is then none by which others are told that there is no such region.
    private static string NewRegion() => $"{Interlocked.Increment(ref _lastCode)}";

    private static RecordClaimRequest Claim() => new()
    {
        RequestId = GeneratedRequest.NewId(),
        Claim = new()
        {
            Topic = $"proef-{Guid.NewGuid():N}", Statement = "Vanaf wanneer iets geldt", Value = "2026", Source = new() { Title = "Besluit", Place = "blz. 1" }, Reason = "Nog niet bezien.",
        },
    };

    private static RecordMembershipRequest Membership() => new()
    {
        RequestId = GeneratedRequest.NewId(),
        Membership = new()
        {
            MunicipalityId = "GM0106",
            RegionId = "ZD",
            ProductGroup = Guid.NewGuid().ToString("N")[..20].ToUpperInvariant(),
            Period = new() { StartDate = RoundWays.Past },
            Source = new() { Title = "Besluit" },
        },
    };

    /// <summary>Of a municipality that nothing else uses into another such, since one that has ended cannot end again.</summary>
    private async Task<RecordMergerRequest> MergerAsync()
    {
        var code = Interlocked.Increment(ref _lastCode);
        var (ended, successor) = ($"GM{code:D4}", $"GM{code + 1000:D4}");
        await host.Database.ExecuteAsync($"""
            insert into municipality (id, name, rank, version, source_title, source_place) values
            ('{ended}', 'Oud', {code}, 1, 'Besluit', ''), ('{successor}', 'Nieuw', {code + 1000}, 1, 'Besluit', '')
            """);
        return new RecordMergerRequest
        {
            EffectiveDate = RoundWays.Past, EndedMunicipalityIds = { ended }, Successor = new() { Id = successor }, Source = new() { Title = "Herindelingswet" },
        };
    }

    /// <summary>In days that no other has.</summary>
    private static RecordRegionRoleRequest Role()
    {
        var start = new DateOnly(2020, 1, 1).AddDays(3 * Interlocked.Increment(ref _lastRole));
        return new()
        {
            RequestId = GeneratedRequest.NewId(),
            Role = new()
            {
                RegionId = "ZD",
                Kind = RegionRoleKind.Purchaser,
                MunicipalityId = "GM0106",
                Period = new() { StartDate = start.ToProto(), EndDate = start.AddDays(2).ToProto() },
                StartPrecision = DatePrecision.Day,
                EndPrecision = DatePrecision.Day,
                Source = new() { Title = "Besluit" },
            },
        };
    }

    private static Common.V1.Date DayAfter(Common.V1.Date day) => new DateOnly(day.Year, day.Month, day.Day).AddDays(1).ToProto();

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
