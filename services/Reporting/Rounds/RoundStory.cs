using Regio.Reporting.Projection;

namespace Regio.Reporting.Rounds;

/// <summary>A decision round with all that is told of it.</summary>
/// <param name="Round">The round.</param>
/// <param name="Bodies">Its bodies, step by step.</param>
/// <param name="Views">The views of bodies, in the order in which they were asked or given.</param>
/// <param name="Remarks">What became of each remark.</param>
/// <param name="FollowUps">What is to be followed up.</param>
internal sealed record RoundStory(
    ProjectedRound Round,
    IReadOnlyList<ProjectedRoundBody> Bodies,
    IReadOnlyList<ProjectedRoundView> Views,
    IReadOnlyList<ProjectedRoundRemark> Remarks,
    IReadOnlyList<ProjectedFollowUp> FollowUps)
{
    /// <summary>The remarks of a view.</summary>
    public IEnumerable<ProjectedRoundRemark> RemarksOf(ProjectedRoundView view) => Remarks.Where(remark => remark.ViewNumber == view.Number);

    /// <summary>What a remark was carried into; null when it was not.</summary>
    public ProjectedFollowUp? FollowUpOf(ProjectedRoundRemark remark) =>
        FollowUps.FirstOrDefault(followUp => remark.FollowUpNumber > 0 && followUp.Number == remark.FollowUpNumber);
}
