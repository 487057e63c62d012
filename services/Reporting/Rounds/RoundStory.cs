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
    /// <summary>What remarks led to, each in the words in which it is shown.</summary>
    public IReadOnlyList<RoundThread> Threads { get; init; } = [];

    /// <summary>What a remark led to.</summary>
    public IEnumerable<RoundThread> ThreadsOf(ProjectedRoundRemark remark) =>
        Threads.Where(thread => thread.Item.ViewNumber == remark.ViewNumber && thread.Item.RemarkNumber == remark.Number);

    /// <summary>The remarks of a view.</summary>
    public IEnumerable<ProjectedRoundRemark> RemarksOf(ProjectedRoundView view) => Remarks.Where(remark => remark.ViewNumber == view.Number);

    /// <summary>What a remark was carried into; null when it was not.</summary>
    public ProjectedFollowUp? FollowUpOf(ProjectedRoundRemark remark) =>
        FollowUps.FirstOrDefault(followUp => remark.FollowUpNumber > 0 && followUp.Number == remark.FollowUpNumber);
}

/// <summary>What was done with a remark, and what it led to.</summary>
/// <param name="Item">What is or was to be done.</param>
/// <param name="Line">The line of a contract that it led to; null: none, or one that is not known here.</param>
/// <param name="IndicatorName">Name of the indicator by which its effect can be seen, its code where no name is known; empty: none.</param>
internal sealed record RoundThread(ProjectedWorkItem Item, ProjectedContractLine? Line, string IndicatorName);
