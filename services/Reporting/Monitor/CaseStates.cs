namespace Regio.Reporting.Monitor;

/// <summary>The states of a case in the order in which a case goes through them.</summary>
internal static class CaseStates
{
    private static readonly string[] Order = ["registered", "returned", "accepted", "scheduled", "advised", "decided"];

    // Named only where there is such a case.
    private static readonly string[] Later = ["in_execution", "stuck", "escalated", "in_evaluation", "closed"];

    /// <summary>These states, a state that is new here last.</summary>
    public static IReadOnlyList<CaseCountView> InOrder(IReadOnlyDictionary<string, long?> counts) =>
    [
        .. Of(counts.Keys).Select(state => new CaseCountView(state, counts[state])),
    ];

    /// <summary>All known states and these, in order.</summary>
    public static IEnumerable<string> Of(IEnumerable<string> states) => 
        Order.Concat(Later.Intersect(states)).Concat(states.Except(Order).Except(Later).Order(StringComparer.Ordinal));
}
