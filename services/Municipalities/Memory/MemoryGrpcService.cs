using Grpc.Core;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Memory;

/// <summary>The rpcs of the decision memory.</summary>
internal sealed class MemoryGrpcService(
    ListTimelineEntries listTimelineEntries,
    RecordDocument recordDocument,
    GetDocument getDocument,
    RebuildTimeline rebuildTimeline) : MemoryService.MemoryServiceBase
{
    [Policy(MunicipalitiesPolicies.ReadMemory)]
    public override Task<ListTimelineEntriesResponse> ListTimelineEntries(ListTimelineEntriesRequest request, ServerCallContext context) =>
        listTimelineEntries.RunAsync(request, context.CancellationToken);

    [Policy(MunicipalitiesPolicies.RecordFacts)]
    public override Task<RecordDocumentResponse> RecordDocument(RecordDocumentRequest request, ServerCallContext context) =>
        recordDocument.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.ReadMemory)]
    public override Task<GetDocumentResponse> GetDocument(GetDocumentRequest request, ServerCallContext context) =>
        getDocument.RunAsync(request, context.CancellationToken);

    [Policy(MunicipalitiesPolicies.RebuildMemory)]
    public override Task<RebuildTimelineResponse> RebuildTimeline(RebuildTimelineRequest request, ServerCallContext context) =>
        rebuildTimeline.RunAsync(request, context.GetCaller(), context.CancellationToken);
}
