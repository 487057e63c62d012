using Grpc.Core;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Glossary;

/// <summary>The rpcs of the glossary.</summary>
internal sealed class GlossaryGrpcService(ListTerms listTerms, DefineTerm defineTerm) : GlossaryService.GlossaryServiceBase
{
    [Policy(MunicipalitiesPolicies.ReadRegister)]
    public override Task<ListTermsResponse> ListTerms(ListTermsRequest request, ServerCallContext context) =>
        listTerms.RunAsync(request, context.CancellationToken);

    [Policy(MunicipalitiesPolicies.KeepRegister)]
    public override Task<DefineTermResponse> DefineTerm(DefineTermRequest request, ServerCallContext context) =>
        defineTerm.RunAsync(request, context.GetCaller(), context.CancellationToken);
}
