using Grpc.Core;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Meetings;

/// <summary>The rpcs of meetings.</summary>
internal sealed class MeetingGrpcService(
    PlanMeeting planMeeting,
    PutOnAgenda putOnAgenda,
    AnnotateItem annotateItem,
    CancelMeeting cancelMeeting,
    RecordMeeting recordMeeting,
    RecordItemDecision recordItemDecision,
    GetMeeting getMeeting,
    ListMeetings listMeetings,
    ListItemDecisions listItemDecisions) : MeetingService.MeetingServiceBase
{
    [Policy(MunicipalitiesPolicies.LeadMeetings)]
    public override Task<PlanMeetingResponse> PlanMeeting(PlanMeetingRequest request, ServerCallContext context) =>
        planMeeting.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.LeadMeetings)]
    public override Task<PutOnAgendaResponse> PutOnAgenda(PutOnAgendaRequest request, ServerCallContext context) =>
        putOnAgenda.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.LeadMeetings)]
    public override Task<AnnotateItemResponse> AnnotateItem(AnnotateItemRequest request, ServerCallContext context) =>
        annotateItem.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.LeadMeetings)]
    public override Task<CancelMeetingResponse> CancelMeeting(CancelMeetingRequest request, ServerCallContext context) =>
        cancelMeeting.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.LeadMeetings)]
    public override Task<RecordMeetingResponse> RecordMeeting(RecordMeetingRequest request, ServerCallContext context) =>
        recordMeeting.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.LeadMeetings)]
    public override Task<RecordItemDecisionResponse> RecordItemDecision(RecordItemDecisionRequest request, ServerCallContext context) =>
        recordItemDecision.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.ReadMeetings)]
    public override Task<GetMeetingResponse> GetMeeting(GetMeetingRequest request, ServerCallContext context) =>
        getMeeting.RunAsync(request, context.CancellationToken);

    [Policy(MunicipalitiesPolicies.ReadMeetings)]
    public override Task<ListMeetingsResponse> ListMeetings(ListMeetingsRequest request, ServerCallContext context) =>
        listMeetings.RunAsync(request, context.CancellationToken);

    [Policy(MunicipalitiesPolicies.ReadMeetings)]
    public override Task<ListItemDecisionsResponse> ListItemDecisions(ListItemDecisionsRequest request, ServerCallContext context) =>
        listItemDecisions.RunAsync(request, context.CancellationToken);
}
