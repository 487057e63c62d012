namespace Regio.Reporting.Monitor;

/// <summary>How many things of a kind are to be done.</summary>
/// <param name="Kind">action, dossier, work-order, risk, data-request or letter.</param>
/// <param name="Open">Not done yet, those that are late included.</param>
/// <param name="Overdue">Not done yet and past their last day.</param>
/// <param name="Done">Done.</param>
/// <param name="Dropped">Dropped, with a reason that stays with those who keep the list.</param>
public sealed record WorkCountView(string Kind, long Open, long Overdue, long Done, long Dropped);

/// <summary>A milestone of a plan.</summary>
/// <param name="Code">Code within the plan.</param>
/// <param name="Title">Title in Dutch.</param>
/// <param name="Earliest">First day that it can be; absent: there is none.</param>
/// <param name="Latest">Last day that it can be; absent: there is none.</param>
/// <param name="Reached">Whether it was reached.</param>
/// <param name="Late">Whether its last day is over and it was not reached.</param>
public sealed record MilestoneView(string Code, string Title, DateOnly? Earliest, DateOnly? Latest, bool Reached, bool Late);

/// <summary>A plan of a region.</summary>
/// <param name="Id">UUID of the plan.</param>
/// <param name="RegionId">Code of the region.</param>
/// <param name="Title">Title in Dutch.</param>
/// <param name="Milestones">In the order of the plan.</param>
public sealed record PlanView(Guid Id, string RegionId, string Title, IReadOnlyList<MilestoneView> Milestones);

/// <summary>A membership that holds for part of the care of a municipality.</summary>
/// <param name="MunicipalityId">CBS code.</param>
/// <param name="MunicipalityName">Name in Dutch.</param>
/// <param name="RegionId">Code of the region.</param>
/// <param name="RegionName">Name of the region; its code where that is all that is known.</param>
/// <param name="ProductGroup">Code of the product group; empty: all.</param>
/// <param name="Care">all, running or new.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Day after the last day; absent while open.</param>
public sealed record PartialMembershipView(
    string MunicipalityId, string MunicipalityName, string RegionId, string RegionName, string ProductGroup, string Care, DateOnly From, DateOnly? Until);

/// <summary>What is to be done together, planned, and held for part of the care.</summary>
/// <param name="Counts">By kind, in the order of the kinds.</param>
/// <param name="FeedbackOwed">Closed items of which a body has still to hear.</param>
/// <param name="Plans">Plans of the regions that the area belongs to, by title.</param>
/// <param name="PartialMemberships">Those of today and of days to come, by municipality and day.</param>
public sealed record WorkView(
    IReadOnlyList<WorkCountView> Counts, long FeedbackOwed, IReadOnlyList<PlanView> Plans, IReadOnlyList<PartialMembershipView> PartialMemberships);
