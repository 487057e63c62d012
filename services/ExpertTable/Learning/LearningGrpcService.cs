using Grpc.Core;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Learning;

/// <summary>The rpcs of the learning calendar.</summary>
internal sealed class LearningGrpcService(PlanLearningMeeting plan, RecordLearningMeeting record, ListLearningMeetings list) : LearningService.LearningServiceBase
{
    [Policy(ExpertTablePolicies.Staff)]
    public override Task<PlanLearningMeetingResponse> PlanLearningMeeting(PlanLearningMeetingRequest request, ServerCallContext context) =>
        plan.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.Staff)]
    public override Task<RecordLearningMeetingResponse> RecordLearningMeeting(RecordLearningMeetingRequest request, ServerCallContext context) =>
        record.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.Capacity)]
    public override Task<ListLearningMeetingsResponse> ListLearningMeetings(ListLearningMeetingsRequest request, ServerCallContext context) =>
        list.RunAsync(request, context.CancellationToken);
}
