using Grpc.Core;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Laws;

/// <summary>The rpcs of the law register.</summary>
internal sealed class LawGrpcService(RegisterLaw registerLaw, RecordLawDate recordLawDate, ListLaws listLaws) : LawService.LawServiceBase
{
    [Policy(MunicipalitiesPolicies.LeadWork)]
    public override Task<RegisterLawResponse> RegisterLaw(RegisterLawRequest request, ServerCallContext context) =>
        registerLaw.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.LeadWork)]
    public override Task<RecordLawDateResponse> RecordLawDate(RecordLawDateRequest request, ServerCallContext context) =>
        recordLawDate.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.ReadRegister)]
    public override Task<ListLawsResponse> ListLaws(ListLawsRequest request, ServerCallContext context) =>
        listLaws.RunAsync(request, context.CancellationToken);
}
