using Grpc.Core;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.CouncilMeetings;

/// <summary>The rpcs of meetings of the councils and of the bank of questions.</summary>
internal sealed class CouncilMeetingGrpcService(
    PlanCouncilMeeting planCouncilMeeting,
    RecordInvitationReply recordInvitationReply,
    RecordCouncilMeeting recordCouncilMeeting,
    MoveCouncilMeeting moveCouncilMeeting,
    CancelCouncilMeeting cancelCouncilMeeting,
    RecordInvitationsSent recordInvitationsSent,
    GetCouncilMeeting getCouncilMeeting,
    ListCouncilMeetings listCouncilMeetings,
    GetInvitation getInvitation,
    AskQuestion askQuestion,
    JoinQuestion joinQuestion,
    AnswerQuestion answerQuestion,
    GetQuestion getQuestion,
    ListQuestions listQuestions) : CouncilMeetingService.CouncilMeetingServiceBase
{
    [Policy(MunicipalitiesPolicies.LeadMeetings)]
    public override Task<PlanCouncilMeetingResponse> PlanCouncilMeeting(PlanCouncilMeetingRequest request, ServerCallContext context) =>
        planCouncilMeeting.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.RecordFacts)]
    public override Task<RecordInvitationReplyResponse> RecordInvitationReply(RecordInvitationReplyRequest request, ServerCallContext context) =>
        recordInvitationReply.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.LeadMeetings)]
    public override Task<RecordCouncilMeetingResponse> RecordCouncilMeeting(RecordCouncilMeetingRequest request, ServerCallContext context) =>
        recordCouncilMeeting.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.LeadMeetings)]
    public override Task<MoveCouncilMeetingResponse> MoveCouncilMeeting(MoveCouncilMeetingRequest request, ServerCallContext context) =>
        moveCouncilMeeting.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.LeadMeetings)]
    public override Task<RecordInvitationsSentResponse> RecordInvitationsSent(RecordInvitationsSentRequest request, ServerCallContext context) =>
        recordInvitationsSent.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.LeadMeetings)]
    public override Task<CancelCouncilMeetingResponse> CancelCouncilMeeting(CancelCouncilMeetingRequest request, ServerCallContext context) =>
        cancelCouncilMeeting.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.ReadMeetings)]
    public override Task<GetCouncilMeetingResponse> GetCouncilMeeting(GetCouncilMeetingRequest request, ServerCallContext context) =>
        getCouncilMeeting.RunAsync(request, context.CancellationToken);

    [Policy(MunicipalitiesPolicies.ReadMeetings)]
    public override Task<ListCouncilMeetingsResponse> ListCouncilMeetings(ListCouncilMeetingsRequest request, ServerCallContext context) =>
        listCouncilMeetings.RunAsync(request, context.CancellationToken);

    [Policy(MunicipalitiesPolicies.ReadMeetings)]
    public override Task<GetInvitationResponse> GetInvitation(GetInvitationRequest request, ServerCallContext context) =>
        getInvitation.RunAsync(request, context.CancellationToken);

    [Policy(MunicipalitiesPolicies.RecordFacts)]
    public override Task<AskQuestionResponse> AskQuestion(AskQuestionRequest request, ServerCallContext context) =>
        askQuestion.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.RecordFacts)]
    public override Task<JoinQuestionResponse> JoinQuestion(JoinQuestionRequest request, ServerCallContext context) =>
        joinQuestion.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.LeadMeetings)]
    public override Task<AnswerQuestionResponse> AnswerQuestion(AnswerQuestionRequest request, ServerCallContext context) =>
        answerQuestion.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.ReadMeetings)]
    public override Task<GetQuestionResponse> GetQuestion(GetQuestionRequest request, ServerCallContext context) =>
        getQuestion.RunAsync(request, context.CancellationToken);

    [Policy(MunicipalitiesPolicies.ReadMeetings)]
    public override Task<ListQuestionsResponse> ListQuestions(ListQuestionsRequest request, ServerCallContext context) =>
        listQuestions.RunAsync(request, context.CancellationToken);
}
