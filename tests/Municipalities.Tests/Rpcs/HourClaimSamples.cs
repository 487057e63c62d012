using Regio.Municipalities.Tests.Features;
using Regio.Municipalities.V1;
using Regio.Testing.Rpcs;

namespace Regio.Municipalities.Tests.Rpcs;

/// <summary>Right requests about claims of hours, for the table over all rpcs.</summary>
internal sealed class HourClaimSamples(MunicipalitiesHost host) : ISampleRequests
{
    public void AddTo(Samples samples) => samples
        .Add(() => new SetHourRateRequest { Rate = new() { Work = $"w-{Guid.NewGuid():N}", RateCents = 80_00, StartDate = RoundWays.Past, Source = new() { Title = "Afspraak" } } })
        .Add(() => new GetHourRateRequest { Work = "envedder" })
        .Add(Claim)
        .Add(async () => new CancelHourClaimRequest { Id = (await host.HourClaims.ClaimHoursAsync(Claim())).Claim.Id, Reason = "Dubbel" })
        .Add(() => new ListHourClaimsRequest { MunicipalityId = "GM0106" });

    private static ClaimHoursRequest Claim() => new()
    {
        RequestId = GeneratedRequest.NewId(),
        Claim = new() { MunicipalityId = "GM0106", Function = "projectleider", Work = "envedder", WorkDate = RoundWays.Past, Minutes = 60 },
    };
}
