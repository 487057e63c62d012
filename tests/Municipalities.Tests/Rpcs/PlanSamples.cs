using Regio.Municipalities.Tests.Features;
using Regio.Municipalities.Tests.Planning;
using Regio.Municipalities.V1;
using Regio.Testing.Rpcs;

namespace Regio.Municipalities.Tests.Rpcs;

/// <summary>Right requests about plans and laws, for the table over all rpcs.</summary>
internal sealed class PlanSamples(MunicipalitiesHost host) : ISampleRequests
{
    private readonly PlanWays _ways = new(host);

    public void AddTo(Samples samples) => samples
        .Add(PlanWays.Creating)
        .Add(async () => PlanWays.Adding(await _ways.PlanAsync()))
        .Add(async () => PlanWays.Dating(await _ways.WithMilestoneAsync(), MilestoneDateKind.Forecast, PlanWays.Vague(2025, 9, 1, DatePrecision.By)))
        .Add(async () => PlanWays.Basing(await _ways.WithMilestoneAsync()))
        .Add(async () => new GetPlanRequest { Id = await _ways.WithMilestoneAsync() })
        .Add(() => new ListPlansRequest { RegionId = "JHRD" })
        .Add(PlanWays.Registering)
        .Add(async () => PlanWays.Stepping(await _ways.LawAsync(), 2027))
        .Add(() => new ListLawsRequest { Name = "Jeugdwet" });
}
