using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Municipalities.Work;

/// <summary>Between what is to be done and its messages. The numbers of the enums are those of the messages.</summary>
internal static class WorkMapping
{
    public static V1.WorkItem ToProto(this WorkItem item, DateOnly day)
    {
        var message = item.ToProtoWithoutChanges(day);
        message.Changes.Add(item.Changes.OrderBy(c => c.Number).Select(ToProto));
        return message;
    }

    public static V1.WorkItem ToProtoWithoutChanges(this WorkItem item, DateOnly day) => new()
    {
        Id = item.Id.ToString("D"),
        RegionId = item.RegionId,
        Kind = (V1.WorkItemKind)item.Kind,
        Reference = item.Reference ?? "",
        Title = item.Title,
        Text = item.Text,
        OwnerId = item.OwnerId,
        OwnerRole = item.OwnerRole,
        RaisedDate = item.RaisedOn.ToProto(),
        DueDate = Day(item.DueOn),
        Source = item.Source == WorkItemSource.None ? null : item.Source.ToProto(),
        Result = item.Result == WorkItemResult.None ? null : item.Result.ToProto(),
        DossierId = item.DossierId?.ToString("D") ?? "",
        GoalNodeId = item.GoalNodeId?.ToString("D") ?? "",
        Chance = item.Chance ?? 0,
        Impact = item.Impact ?? 0,
        FeedbackBodyId = item.FeedbackBodyId ?? "",
        State = (V1.WorkItemState)item.State,
        ClosedDate = item.ClosedOn?.ToProto(),
        Outcome = item.Outcome,
        FeedbackDate = item.FeedbackOn?.ToProto(),
        Feedback = item.Feedback,
        Overdue = item.IsOverdueOn(day),
        FeedbackOwed = item.IsFeedbackOwedOn(day),
        Etag = Etag.Of(item.Version),
    };

    public static WorkItemSource ToDomain(this V1.WorkItemSource? source) => source is null ? WorkItemSource.None : new WorkItemSource
    {
        MeetingId = Id(source.MeetingId),
        ItemNumber = Number(source.ItemNumber),
        RoundId = Id(source.RoundId),
        ViewNumber = Number(source.ViewNumber),
        RemarkNumber = Number(source.RemarkNumber),
        DocumentId = Id(source.DocumentId),
    };

    public static WorkItemResult ToDomain(this V1.WorkItemResult? result) => result is null ? WorkItemResult.None : new WorkItemResult
    {
        ContractId = Id(result.ContractId),
        ContractLineId = Id(result.ContractLineId),
        AgreementId = Id(result.AgreementId),
        ObligationNumber = Number(result.ObligationNumber),
        IndicatorCode = result.IndicatorCode.Length > 0 ? result.IndicatorCode : null,
    };

    public static RiskScore? Score(this V1.WorkItem item) => item is { Chance: > 0, Impact: > 0 } ? new RiskScore(item.Chance, item.Impact) : null;

    private static V1.WorkItemSource ToProto(this WorkItemSource source) => new()
    {
        MeetingId = source.MeetingId?.ToString("D") ?? "",
        ItemNumber = source.ItemNumber ?? 0,
        RoundId = source.RoundId?.ToString("D") ?? "",
        ViewNumber = source.ViewNumber ?? 0,
        RemarkNumber = source.RemarkNumber ?? 0,
        DocumentId = source.DocumentId?.ToString("D") ?? "",
    };

    private static V1.WorkItemResult ToProto(this WorkItemResult result) => new()
    {
        ContractId = result.ContractId?.ToString("D") ?? "",
        ContractLineId = result.ContractLineId?.ToString("D") ?? "",
        AgreementId = result.AgreementId?.ToString("D") ?? "",
        ObligationNumber = result.ObligationNumber ?? 0,
        IndicatorCode = result.IndicatorCode ?? "",
    };

    private static V1.WorkItemChange ToProto(WorkItemChange change) => new()
    {
        Number = change.Number,
        OldDueDate = Day(change.OldDueOn),
        NewDueDate = Day(change.NewDueOn),
        OldOwnerId = change.OldOwnerId,
        NewOwnerId = change.NewOwnerId,
        Reason = change.Reason,
        RecordedTime = change.RecordedAt.ToProto(),
    };

    private static Common.V1.Date? Day(DateOnly day) => day == WorkItem.NoDate ? null : day.ToProto();

    private static Guid? Id(string id) => id.Length > 0 ? Guid.ParseExact(id, "D") : null;

    private static int? Number(int number) => number > 0 ? number : null;
}
