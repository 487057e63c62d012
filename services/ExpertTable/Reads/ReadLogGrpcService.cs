using Grpc.Core;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Reads;

/// <summary>The rpcs of the read log.</summary>
internal sealed class ReadLogGrpcService(VerifyReadLog verify, FindSubject find, ListSubjectReads list) : ReadLogService.ReadLogServiceBase
{
    [Policy(ExpertTablePolicies.Verify)]
    public override Task<VerifyReadLogResponse> VerifyReadLog(VerifyReadLogRequest request, ServerCallContext context) =>
        verify.RunAsync(request, context.CancellationToken);

    [Policy(ExpertTablePolicies.Inspect)]
    public override Task<FindSubjectResponse> FindSubject(FindSubjectRequest request, ServerCallContext context) =>
        find.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.Inspect)]
    public override Task<ListSubjectReadsResponse> ListSubjectReads(ListSubjectReadsRequest request, ServerCallContext context) =>
        list.RunAsync(request, context.GetCaller(), context.CancellationToken);
}
