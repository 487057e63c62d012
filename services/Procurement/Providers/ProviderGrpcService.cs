using Grpc.Core;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.Procurement.Providers;

/// <summary>The rpcs of providers.</summary>
internal sealed class ProviderGrpcService(
    CreateProvider createProvider,
    UpdateProvider updateProvider,
    GetProvider getProvider,
    ListProviders listProviders) : ProviderService.ProviderServiceBase
{
    [Policy(ProcurementPolicies.WriteProviders)]
    public override Task<CreateProviderResponse> CreateProvider(CreateProviderRequest request, ServerCallContext context) =>
        createProvider.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.WriteProviders)]
    public override Task<UpdateProviderResponse> UpdateProvider(UpdateProviderRequest request, ServerCallContext context) =>
        updateProvider.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.ReadProviders)]
    public override Task<GetProviderResponse> GetProvider(GetProviderRequest request, ServerCallContext context) =>
        getProvider.RunAsync(request, ProviderScope.Of(context.GetCaller()), context.CancellationToken);

    [Policy(ProcurementPolicies.ReadProviders)]
    public override Task<ListProvidersResponse> ListProviders(ListProvidersRequest request, ServerCallContext context) =>
        listProviders.RunAsync(request, ProviderScope.Of(context.GetCaller()), context.CancellationToken);
}
