using Regio.ExpertTable.Cases;
using Regio.ServiceDefaults.Grpc;

namespace Regio.ExpertTable.Worklist;

/// <summary>From running clocks to their messages.</summary>
internal static class WorkMapping
{
    /// <param name="item">The clock.</param>
    /// <param name="day">The day that is asked about.</param>
    public static V1.WorkItem ToProto(this WorkItem item, DateOnly day) => new()
    {
        Kind = Enum.Parse<V1.WorkKind>(item.Clock.Kind),
        CaseId = item.Clock.CaseId.ToString("D"),
        State = item.State.ToProto<V1.CaseState>(),
        MunicipalityId = item.MunicipalityId,
        Chair = item.Chair ?? "",
        Lead = item.Lead ?? "",
        StartDate = item.Clock.Since.ToProto(),
        ReminderDate = item.Clock.RemindOn.ToProto(),
        DueDate = item.Clock.DueOn.ToProto(),
        Urgency = item.Clock switch
        {
            { IsStopped: true } => V1.WorkUrgency.Stopped,
            { DueOn: var due } when due < day => V1.WorkUrgency.Overdue,
            { RemindOn: var remind } when remind <= day => V1.WorkUrgency.ReminderDue,
            _ => V1.WorkUrgency.Ahead,
        },
    };
}
