using Regio.Messages.Municipalities.V1;

namespace Regio.Municipalities.Work;

/// <summary>What the other services are told of what is to be done.</summary>
internal static class WorkEvents
{
    public static WorkItemChanged Changed(WorkItem item, DateTimeOffset now) => new()
    {
        WorkItemId = item.Id,
        AggregateVersion = item.Version,
        OccurredAt = now,
        RegionId = item.RegionId,
        Kind = Words(item.Kind),
        State = item.State.ToString().ToLowerInvariant(),
        OwnerId = item.OwnerId,
        MunicipalityId = item.MunicipalityId ?? "",
        RaisedOn = item.RaisedOn,
        DueOn = item.DueOn == WorkItem.NoDate ? null : item.DueOn,
        ClosedOn = item.ClosedOn,
        FeedbackBodyId = item.FeedbackBodyId ?? "",
        FeedbackOn = item.FeedbackOn,
        RoundId = item.Source.RoundId,
        ViewNumber = item.Source.ViewNumber ?? 0,
        RemarkNumber = item.Source.RemarkNumber ?? 0,
        ContractId = item.Result.ContractId,
        ContractLineId = item.Result.ContractLineId,
        AgreementId = item.Result.AgreementId,
        ObligationNumber = item.Result.ObligationNumber ?? 0,
        IndicatorCode = item.Result.IndicatorCode ?? "",
        GoalNodeId = item.GoalNodeId,
        Title = item.GoalNodeId is null ? "" : item.Title,
    };

    private static string Words(WorkItemKind kind) => kind switch
    {
        WorkItemKind.WorkOrder => "work-order",
        WorkItemKind.DataRequest => "data-request",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
