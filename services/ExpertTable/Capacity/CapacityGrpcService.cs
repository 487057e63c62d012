using Grpc.Core;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Capacity;

/// <summary>The rpcs of who works at the table and how many cases they take.</summary>
internal sealed class CapacityGrpcService(IServiceProvider features) : CapacityService.CapacityServiceBase
{
    [Policy(ExpertTablePolicies.Staff)]
    public override Task<RecordStaffMemberResponse> RecordStaffMember(RecordStaffMemberRequest request, ServerCallContext context) =>
        Feature<RecordStaffMember>().RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.Staff)]
    public override Task<EndStaffMemberResponse> EndStaffMember(EndStaffMemberRequest request, ServerCallContext context) =>
        Feature<EndStaffMember>().RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.Staff)]
    public override Task<HandOverCasesResponse> HandOverCases(HandOverCasesRequest request, ServerCallContext context) =>
        Feature<HandOverCases>().RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.Capacity)]
    public override Task<ListStaffMembersResponse> ListStaffMembers(ListStaffMembersRequest request, ServerCallContext context) =>
        Feature<ListStaffMembers>().RunAsync(request, context.CancellationToken);

    [Policy(ExpertTablePolicies.Staff)]
    public override Task<RecordCapacityTermResponse> RecordCapacityTerm(RecordCapacityTermRequest request, ServerCallContext context) =>
        Feature<RecordCapacityTerm>().RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.Handle)]
    public override Task<RequestGuideResponse> RequestGuide(RequestGuideRequest request, ServerCallContext context) =>
        Feature<RequestGuide>().RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.Advise)]
    public override Task<AssignGuideResponse> AssignGuide(AssignGuideRequest request, ServerCallContext context) =>
        Feature<AssignGuide>().RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.Advise)]
    public override Task<EndGuideResponse> EndGuide(EndGuideRequest request, ServerCallContext context) =>
        Feature<EndGuide>().RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.Handle)]
    public override Task<AssignCareBrokerResponse> AssignCareBroker(AssignCareBrokerRequest request, ServerCallContext context) =>
        Feature<AssignCareBroker>().RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.Handle)]
    public override Task<ListWaitingCasesResponse> ListWaitingCases(ListWaitingCasesRequest request, ServerCallContext context) =>
        Feature<ListWaitingCases>().RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.Capacity)]
    public override Task<GetCapacityResponse> GetCapacity(GetCapacityRequest request, ServerCallContext context) =>
        Feature<GetCapacity>().RunAsync(request, context.CancellationToken);

    [Policy(ExpertTablePolicies.Capacity)]
    public override Task<PreviewCapacityResponse> PreviewCapacity(PreviewCapacityRequest request, ServerCallContext context) =>
        Feature<PreviewCapacity>().RunAsync(request, context.CancellationToken);

    // As many features as parameters would be created for each call, and one of them is used.
    private T Feature<T>()
        where T : notnull => features.GetRequiredService<T>();
}
