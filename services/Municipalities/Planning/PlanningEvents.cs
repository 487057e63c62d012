using Regio.Messages.Municipalities.V1;

namespace Regio.Municipalities.Planning;

/// <summary>What the other services are told of plans.</summary>
internal static class PlanningEvents
{
    public static PlanChanged Changed(Plan plan, DateTimeOffset now) => new()
    {
        PlanId = plan.Id,
        AggregateVersion = plan.Version,
        OccurredAt = now,
        RegionId = plan.RegionId,
        Title = plan.Title,
        Milestones =
        [
            .. plan.Milestones.OrderBy(m => m.Number).Select(m => new PlannedMilestone
            {
                Code = m.Code,
                Title = m.Title,
                Earliest = m.Followed.Earliest,
                Latest = m.Followed.Latest,
                Reached = m.IsReached,
            }),
        ],
    };
}
