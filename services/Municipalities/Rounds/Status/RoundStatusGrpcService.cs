using Grpc.Core;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Rounds.Status;

/// <summary>The rpcs about where rounds stand.</summary>
internal sealed class RoundStatusGrpcService(
    GetRoundStatus getRoundStatus,
    WatchRound watchRound,
    ListOwed listOwed,
    ListReminders listReminders) : RoundStatusService.RoundStatusServiceBase
{
    [Policy(MunicipalitiesPolicies.ReadRounds)]
    public override Task<GetRoundStatusResponse> GetRoundStatus(GetRoundStatusRequest request, ServerCallContext context) =>
        getRoundStatus.RunAsync(request, context.CancellationToken);

    [Policy(MunicipalitiesPolicies.ReadRounds)]
    public override Task<ListOwedResponse> ListOwed(ListOwedRequest request, ServerCallContext context) =>
        listOwed.RunAsync(request, context.CancellationToken);

    [Policy(MunicipalitiesPolicies.ReadRounds)]
    public override Task<ListRemindersResponse> ListReminders(ListRemindersRequest request, ServerCallContext context) =>
        listReminders.RunAsync(request, context.CancellationToken);

    [Policy(MunicipalitiesPolicies.ReadRounds)]
    public override Task WatchRound(WatchRoundRequest request, IServerStreamWriter<WatchRoundResponse> responseStream, ServerCallContext context) =>
        watchRound.RunAsync(
            request, context.GetCaller().Subject, () => context.WriteResponseHeadersAsync([]), responseStream, context.CancellationToken);
}
