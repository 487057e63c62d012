using Grpc.Core;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Sittings;

/// <summary>The rpcs of sittings.</summary>
internal sealed class SittingGrpcService(IServiceProvider features) : SittingService.SittingServiceBase
{
    [Policy(ExpertTablePolicies.Advise)]
    public override Task<PlanSittingResponse> PlanSitting(PlanSittingRequest request, ServerCallContext context) =>
        Feature<PlanSitting>().RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.Advise)]
    public override Task<InviteParticipantResponse> InviteParticipant(InviteParticipantRequest request, ServerCallContext context) =>
        Feature<InviteParticipant>().RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.Advise)]
    public override Task<WithdrawParticipantResponse> WithdrawParticipant(WithdrawParticipantRequest request, ServerCallContext context) =>
        Feature<WithdrawParticipant>().RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.Read)]
    public override Task<ListSittingsResponse> ListSittings(ListSittingsRequest request, ServerCallContext context) =>
        Feature<ListSittings>().RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.Read)]
    public override Task<GetAgendaResponse> GetAgenda(GetAgendaRequest request, ServerCallContext context) =>
        Feature<GetAgenda>().RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.Read)]
    public override Task<GetPackageResponse> GetPackage(GetPackageRequest request, ServerCallContext context) =>
        Feature<GetPackage>().RunAsync(request, context.GetCaller(), context.CancellationToken);

    // As many features as parameters would be created for each call, and one of them is used.
    private T Feature<T>()
        where T : notnull => features.GetRequiredService<T>();
}
