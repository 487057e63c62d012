using Regio.Messages.Municipalities.V1;

namespace Regio.Reporting.Tests;

/// <summary>What the municipalities tell of what is to be done, planned and held for part of the care.</summary>
internal static class WorkAndPlans
{
    private static readonly DateTimeOffset Now = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    public static WorkItemChanged Item(Guid id, long version, string municipalityId, DateOnly? dueOn, string kind = "action", string state = "open", bool feedback = false) => new()
    {
        WorkItemId = id,
        AggregateVersion = version,
        OccurredAt = Now.AddMinutes(version),
        RegionId = "ZD",
        Kind = kind,
        State = state,
        OwnerId = municipalityId.Length > 0 ? municipalityId : "ZD:ABO",
        MunicipalityId = municipalityId,
        RaisedOn = new DateOnly(2025, 12, 1),
        DueOn = dueOn,
        ClosedOn = state == "open" ? null : new DateOnly(2026, 1, 5),
        FeedbackBodyId = feedback ? "ZD:ABO" : "",
        FeedbackOn = null,
    };

    public static GoalNodeChanged GoalNode(Guid id, long version, string kind, string title, Guid? parent = null) => new()
    {
        GoalNodeId = id,
        AggregateVersion = version,
        OccurredAt = Now.AddMinutes(version),
        RegionId = "ZD",
        Kind = kind,
        Title = title,
        OwnerBodyId = "ZD:ABO",
        ParentId = parent,
        ValidFrom = new DateOnly(2026, 1, 1),
        ValidUntil = null,
        IndicatorCode = "",
    };

    public static PlanChanged Plan(Guid id, long version, params PlannedMilestone[] milestones) => new()
    {
        PlanId = id,
        AggregateVersion = version,
        OccurredAt = Now.AddMinutes(version),
        RegionId = "ZD",
        Title = "Gemeenschappelijke regeling",
        Milestones = milestones,
    };

    public static PlannedMilestone Milestone(string code, DateOnly? earliest, DateOnly? latest, bool reached = false) =>
        new() { Code = code, Title = $"Mijlpaal {code}", Earliest = earliest, Latest = latest, Reached = reached };

    public static MembershipChanged Memberships(string municipalityId, long version, params ChangedMembership[] memberships) =>
        new() { MunicipalityId = municipalityId, AggregateVersion = version, OccurredAt = Now.AddMinutes(version), Memberships = memberships };

    public static ChangedMembership Part(string regionId, string productGroup, string care, DateOnly from, DateOnly? until = null) =>
        new() { RegionId = regionId, RegionKind = "procurement", ProductGroup = productGroup, Care = care, ValidFrom = from, ValidUntil = until };
}
