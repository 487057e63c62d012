using Regio.ServiceDefaults.Grpc;

namespace Regio.Reporting.Monitor;

/// <summary>From what is to be done to its messages.</summary>
internal static class WorkMapping
{
    public static V1.WorkSummary ToProto(this WorkView view) => new()
    {
        Counts = { view.Counts.Select(c => new V1.WorkCount { Kind = c.Kind, Open = c.Open, Overdue = c.Overdue, Done = c.Done, Dropped = c.Dropped }) },
        FeedbackOwed = view.FeedbackOwed,
        Plans = { view.Plans.Select(ToProto) },
        PartialMemberships = { view.PartialMemberships.Select(ToProto) },
    };

    private static V1.PlanRow ToProto(PlanView plan) => new()
    {
        PlanId = plan.Id.ToString("D"),
        RegionId = plan.RegionId,
        Title = plan.Title,
        Milestones =
        {
            plan.Milestones.Select(m => new V1.PlanMilestone
            {
                Code = m.Code, Title = m.Title, EarliestDate = m.Earliest?.ToProto(), LatestDate = m.Latest?.ToProto(), Reached = m.Reached, Late = m.Late,
            }),
        },
    };

    private static V1.PartialMembership ToProto(PartialMembershipView membership) => new()
    {
        MunicipalityId = membership.MunicipalityId,
        RegionId = membership.RegionId,
        ProductGroup = membership.ProductGroup,
        Care = membership.Care,
        StartDate = membership.From.ToProto(),
        EndDate = membership.Until?.ToProto(),
    };
}
