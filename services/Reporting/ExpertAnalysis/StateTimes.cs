using Regio.Reporting.Projection;

namespace Regio.Reporting.ExpertAnalysis;

/// <summary>How long cases were in a state, from the steps that they took.</summary>
internal static class StateTimes
{
    /// <summary>
    /// The time from a step to the next one of the same case, by the state between them, of stays that ended in the half-year.
    /// </summary>
    /// <param name="steps">The steps by case and version.</param>
    /// <param name="halfYear">The half-year in which a state was left.</param>
    /// <param name="threshold">
    /// The fewest cases of which a median is shown; 0: of any. How many they are is shown only then: left states add up with
    /// the steps that were taken, so that a number here could give away a small one there.
    /// </param>
    public static IReadOnlyList<TimeInState> Of(IReadOnlyList<ProjectedCaseStep> steps, HalfYear halfYear, int threshold)
    {
        // Not by versions that follow each other: what is written about a case between two steps raises its version too.
        var left = steps.Zip(steps.Skip(1)).Where(pair => pair.First.CaseId == pair.Second.CaseId
            && pair.Second.OccurredAt >= halfYear.From && pair.Second.OccurredAt < halfYear.Until);
        return
        [
            .. from pair in left
               group pair by pair.First.State into state
               let cases = state.Select(pair => pair.First.CaseId).Distinct().Count()
               let days = state.Select(pair => (decimal)(pair.Second.OccurredAt - pair.First.OccurredAt).TotalDays).Order().ToList()
               orderby state.Key
               select new TimeInState(state.Key, threshold == 0 ? cases : null, cases >= threshold ? Math.Round(Median(days), 1) : null),
        ];
    }

    public static decimal Median(IReadOnlyList<decimal> ordered) =>
        ordered.Count % 2 == 1 ? ordered[ordered.Count / 2] : (ordered[(ordered.Count / 2) - 1] + ordered[ordered.Count / 2]) / 2;
}
