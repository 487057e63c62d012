using Grpc.Core;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Rounds;

/// <summary>The rpcs of decision rounds.</summary>
internal sealed class RoundGrpcService(
    CreateRound createRound,
    OpenPublicComment openPublicComment,
    OpenViews openViews,
    CloseViews closeViews,
    StartWeighing startWeighing,
    PublishDefinitive publishDefinitive,
    PublishErratum publishErratum,
    PutToAdoption putToAdoption,
    ReopenRound reopenRound,
    WithdrawRound withdrawRound,
    StartAtOwnRisk startAtOwnRisk,
    GetRound getRound,
    ListRounds listRounds) : RoundService.RoundServiceBase
{
    [Policy(MunicipalitiesPolicies.LeadRounds)]
    public override Task<CreateRoundResponse> CreateRound(CreateRoundRequest request, ServerCallContext context) =>
        createRound.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(MunicipalitiesPolicies.LeadRounds)]
    public override Task<OpenPublicCommentResponse> OpenPublicComment(OpenPublicCommentRequest request, ServerCallContext context) =>
        openPublicComment.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(MunicipalitiesPolicies.LeadRounds)]
    public override Task<OpenViewsResponse> OpenViews(OpenViewsRequest request, ServerCallContext context) =>
        openViews.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(MunicipalitiesPolicies.LeadRounds)]
    public override Task<CloseViewsResponse> CloseViews(CloseViewsRequest request, ServerCallContext context) =>
        closeViews.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(MunicipalitiesPolicies.LeadRounds)]
    public override Task<StartWeighingResponse> StartWeighing(StartWeighingRequest request, ServerCallContext context) =>
        startWeighing.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(MunicipalitiesPolicies.LeadRounds)]
    public override Task<PublishDefinitiveResponse> PublishDefinitive(PublishDefinitiveRequest request, ServerCallContext context) =>
        publishDefinitive.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(MunicipalitiesPolicies.LeadRounds)]
    public override Task<PublishErratumResponse> PublishErratum(PublishErratumRequest request, ServerCallContext context) =>
        publishErratum.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(MunicipalitiesPolicies.LeadRounds)]
    public override Task<PutToAdoptionResponse> PutToAdoption(PutToAdoptionRequest request, ServerCallContext context) =>
        putToAdoption.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(MunicipalitiesPolicies.LeadRounds)]
    public override Task<ReopenRoundResponse> ReopenRound(ReopenRoundRequest request, ServerCallContext context) =>
        reopenRound.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(MunicipalitiesPolicies.LeadRounds)]
    public override Task<WithdrawRoundResponse> WithdrawRound(WithdrawRoundRequest request, ServerCallContext context) =>
        withdrawRound.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(MunicipalitiesPolicies.LeadRounds)]
    public override Task<StartAtOwnRiskResponse> StartAtOwnRisk(StartAtOwnRiskRequest request, ServerCallContext context) =>
        startAtOwnRisk.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(MunicipalitiesPolicies.ReadRounds)]
    public override Task<GetRoundResponse> GetRound(GetRoundRequest request, ServerCallContext context) =>
        getRound.RunAsync(request, context.CancellationToken);

    [Policy(MunicipalitiesPolicies.ReadRounds)]
    public override Task<ListRoundsResponse> ListRounds(ListRoundsRequest request, ServerCallContext context) =>
        listRounds.RunAsync(request, context.CancellationToken);
}
