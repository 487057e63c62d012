namespace Regio.Reporting.Monitor;

/// <summary>The states of a case in the order in which a case goes through them.</summary>
internal static class CaseStates
{
    private static readonly string[] Order = ["registered", "returned", "accepted", "scheduled", "advised", "decided"];

    /// <summary>All known states, with zero where there is no case; a state that is new here comes last.</summary>
    public static IReadOnlyList<CaseCountView> InOrder(IReadOnlyDictionary<string, long> counts) =>
    [
        .. Order.Concat(counts.Keys.Except(Order).Order(StringComparer.Ordinal))
            .Select(state => new CaseCountView(state, counts.GetValueOrDefault(state))),
    ];
}
