using Grpc.Core;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.Procurement.Letters;

/// <summary>The rpcs of letters.</summary>
internal sealed class LetterGrpcService(WriteLetter writeLetter) : LetterService.LetterServiceBase
{
    [Policy(ProcurementPolicies.ReadContracts)]
    public override Task<WriteLetterResponse> WriteLetter(WriteLetterRequest request, ServerCallContext context) =>
        writeLetter.RunAsync(request, ProviderScope.Of(context.GetCaller()), context.CancellationToken);
}
