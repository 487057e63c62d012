using Grpc.Core;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Disclosures;

/// <summary>The rpcs of what others are told, and of what others recorded.</summary>
internal sealed class DisclosureGrpcService(DiscloseCase disclose, GetDisclosure get, RecordReference record) : DisclosureService.DisclosureServiceBase
{
    [Policy(ExpertTablePolicies.Advise)]
    public override Task<DiscloseCaseResponse> DiscloseCase(DiscloseCaseRequest request, ServerCallContext context) =>
        disclose.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.Handle)]
    public override Task<GetDisclosureResponse> GetDisclosure(GetDisclosureRequest request, ServerCallContext context) =>
        get.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.Handle)]
    public override Task<RecordReferenceResponse> RecordReference(RecordReferenceRequest request, ServerCallContext context) =>
        record.RunAsync(request, context.GetCaller(), context.CancellationToken);
}
