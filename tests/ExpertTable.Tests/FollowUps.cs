using Regio.ExpertTable.V1;

namespace Regio.ExpertTable.Tests;

/// <summary>Requests about a case in execution that are right, for tests to send or to spoil.</summary>
internal static class FollowUps
{
    public static BreakThroughRequest BreakThrough(string id) =>
        new() { RequestId = ExpertTableHost.NewId(), Id = id, Help = "Een gezinshuis per direct.", Institution = "Jeugdbescherming Noord" };

    public static StartExecutionRequest Start(string id) => new() { RequestId = ExpertTableHost.NewId(), Id = id };

    public static ReportStuckRequest Stuck(string id) =>
        new() { RequestId = ExpertTableHost.NewId(), Id = id, Reason = "Geen plek.", Bottlenecks = { Bottleneck.NoSupply, Bottleneck.Waiting } };

    public static EscalateCaseRequest Escalate(string id, EscalationTarget target = EscalationTarget.Jenn) =>
        new() { RequestId = ExpertTableHost.NewId(), Id = id, Target = target, Question = "Wat ziet u nog?" };

    public static EndEscalationRequest EndEscalation(string id, bool toTable) =>
        new() { RequestId = ExpertTableHost.NewId(), Id = id, ToTable = toTable, Answer = "Een andere aanpak." };

    public static RecordOutcomeRequest Outcome(string id, OutcomeResult result = OutcomeResult.Reached) => new()
    {
        RequestId = ExpertTableHost.NewId(),
        Id = id,
        Outcome = new() { Result = result, CareForm = "45A05", Remarks = "Het gaat beter.", Bottlenecks = { Bottleneck.Waiting } },
    };

    public static EvaluateCaseRequest Evaluate(string id) => new() { RequestId = ExpertTableHost.NewId(), Id = id, Text = "Eerder samen om tafel." };

    public static CloseCaseRequest Close(string id) => new() { RequestId = ExpertTableHost.NewId(), Id = id };

    public static ReopenCaseRequest Reopen(string id) => new() { RequestId = ExpertTableHost.NewId(), Id = id, Reason = "De hulp stopte." };
}
