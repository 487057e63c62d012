using Grpc.Core;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.Procurement.Funding;

/// <summary>The rpcs of subsidies.</summary>
internal sealed class SubsidyGrpcService(
    RecordSubsidyApplication recordSubsidyApplication,
    GrantSubsidy grantSubsidy,
    EndSubsidyApplication endSubsidyApplication,
    RecordSubsidyPayment recordSubsidyPayment,
    RecordSubsidyAccount recordSubsidyAccount,
    SettleSubsidy settleSubsidy,
    GetSubsidy getSubsidy,
    ListSubsidies listSubsidies) : SubsidyService.SubsidyServiceBase
{
    [Policy(ProcurementPolicies.WriteFunding)]
    public override Task<RecordSubsidyApplicationResponse> RecordSubsidyApplication(RecordSubsidyApplicationRequest request, ServerCallContext context) =>
        recordSubsidyApplication.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.WriteFunding)]
    public override Task<GrantSubsidyResponse> GrantSubsidy(GrantSubsidyRequest request, ServerCallContext context) =>
        grantSubsidy.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.WriteFunding)]
    public override Task<EndSubsidyApplicationResponse> EndSubsidyApplication(EndSubsidyApplicationRequest request, ServerCallContext context) =>
        endSubsidyApplication.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.WriteFunding)]
    public override Task<RecordSubsidyPaymentResponse> RecordSubsidyPayment(RecordSubsidyPaymentRequest request, ServerCallContext context) =>
        recordSubsidyPayment.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.WriteFunding)]
    public override Task<RecordSubsidyAccountResponse> RecordSubsidyAccount(RecordSubsidyAccountRequest request, ServerCallContext context) =>
        recordSubsidyAccount.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.WriteFunding)]
    public override Task<SettleSubsidyResponse> SettleSubsidy(SettleSubsidyRequest request, ServerCallContext context) =>
        settleSubsidy.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.ReadFunding)]
    public override Task<GetSubsidyResponse> GetSubsidy(GetSubsidyRequest request, ServerCallContext context) =>
        getSubsidy.RunAsync(request, ProviderScope.Of(context.GetCaller()), context.CancellationToken);

    [Policy(ProcurementPolicies.ReadFunding)]
    public override Task<ListSubsidiesResponse> ListSubsidies(ListSubsidiesRequest request, ServerCallContext context) =>
        listSubsidies.RunAsync(request, ProviderScope.Of(context.GetCaller()), context.CancellationToken);
}
