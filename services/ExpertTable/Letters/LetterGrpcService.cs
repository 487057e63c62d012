using Grpc.Core;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Letters;

/// <summary>The rpcs of letters.</summary>
internal sealed class LetterGrpcService(WriteAdviceLetter write) : LetterService.LetterServiceBase
{
    [Policy(ExpertTablePolicies.Write)]
    public override Task<WriteAdviceLetterResponse> WriteAdviceLetter(WriteAdviceLetterRequest request, ServerCallContext context) =>
        write.RunAsync(request, context.GetCaller(), context.CancellationToken);
}
