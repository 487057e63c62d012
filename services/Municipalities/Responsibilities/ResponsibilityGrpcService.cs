using Grpc.Core;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Responsibilities;

/// <summary>The rpcs of the responsibility map.</summary>
internal sealed class ResponsibilityGrpcService(
    RegisterTopic registerTopic,
    RecordResponsibility recordResponsibility,
    EndResponsibility endResponsibility,
    ListResponsibilities listResponsibilities) : ResponsibilityService.ResponsibilityServiceBase
{
    [Policy(MunicipalitiesPolicies.KeepRegister)]
    public override Task<RegisterTopicResponse> RegisterTopic(RegisterTopicRequest request, ServerCallContext context) =>
        registerTopic.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.KeepRegister)]
    public override Task<RecordResponsibilityResponse> RecordResponsibility(RecordResponsibilityRequest request, ServerCallContext context) =>
        recordResponsibility.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.KeepRegister)]
    public override Task<EndResponsibilityResponse> EndResponsibility(EndResponsibilityRequest request, ServerCallContext context) =>
        endResponsibility.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.ReadRegister)]
    public override Task<ListResponsibilitiesResponse> ListResponsibilities(ListResponsibilitiesRequest request, ServerCallContext context) =>
        listResponsibilities.RunAsync(request, context.CancellationToken);
}
