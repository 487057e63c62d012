using Grpc.Core;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Retention;

/// <summary>The rpcs of keeping and destroying files.</summary>
internal sealed class RetentionGrpcService(
    SetLegalHold set, LiftLegalHold lift, ListDueCases list, DestroyCase destroy, ListRetention retention, DestroyDueRecords records)
    : RetentionService.RetentionServiceBase
{
    [Policy(ExpertTablePolicies.Keep)]
    public override Task<SetLegalHoldResponse> SetLegalHold(SetLegalHoldRequest request, ServerCallContext context) =>
        set.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.Keep)]
    public override Task<LiftLegalHoldResponse> LiftLegalHold(LiftLegalHoldRequest request, ServerCallContext context) =>
        lift.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.Keep)]
    public override Task<ListDueCasesResponse> ListDueCases(ListDueCasesRequest request, ServerCallContext context) =>
        list.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.Keep)]
    public override Task<DestroyCaseResponse> DestroyCase(DestroyCaseRequest request, ServerCallContext context) =>
        destroy.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.Keep)]
    public override Task<ListRetentionResponse> ListRetention(ListRetentionRequest request, ServerCallContext context) =>
        retention.RunAsync(context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.Keep)]
    public override Task<DestroyDueRecordsResponse> DestroyDueRecords(DestroyDueRecordsRequest request, ServerCallContext context) =>
        records.RunAsync(request, context.GetCaller(), context.CancellationToken);
}
