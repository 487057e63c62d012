using Grpc.Core;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.Procurement.Contracts;

/// <summary>The rpcs of contracts.</summary>
internal sealed class ContractGrpcService(
    CreateContract createContract,
    UpdateContract updateContract,
    SignContract signContract,
    AmendContract amendContract,
    RenewContract renewContract,
    TerminateContract terminateContract,
    DissolveContract dissolveContract,
    TransferContract transferContract,
    GetContract getContract,
    ListContracts listContracts,
    BatchGetContractPositions batchGetContractPositions,
    WatchContracts watchContracts) : ContractService.ContractServiceBase
{
    [Policy(ProcurementPolicies.WriteContracts)]
    public override Task<CreateContractResponse> CreateContract(CreateContractRequest request, ServerCallContext context) =>
        createContract.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.WriteContracts)]
    public override Task<UpdateContractResponse> UpdateContract(UpdateContractRequest request, ServerCallContext context) =>
        updateContract.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.SignContracts)]
    public override Task<SignContractResponse> SignContract(SignContractRequest request, ServerCallContext context) =>
        signContract.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.SignContracts)]
    public override Task<TerminateContractResponse> TerminateContract(TerminateContractRequest request, ServerCallContext context) =>
        terminateContract.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.SignContracts)]
    public override Task<AmendContractResponse> AmendContract(AmendContractRequest request, ServerCallContext context) =>
        amendContract.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.SignContracts)]
    public override Task<RenewContractResponse> RenewContract(RenewContractRequest request, ServerCallContext context) =>
        renewContract.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.SignContracts)]
    public override Task<DissolveContractResponse> DissolveContract(DissolveContractRequest request, ServerCallContext context) =>
        dissolveContract.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.SignContracts)]
    public override Task<TransferContractResponse> TransferContract(TransferContractRequest request, ServerCallContext context) =>
        transferContract.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.ReadContracts)]
    public override Task<GetContractResponse> GetContract(GetContractRequest request, ServerCallContext context) =>
        getContract.RunAsync(request, ProviderScope.Of(context.GetCaller()), context.CancellationToken);

    [Policy(ProcurementPolicies.ReadContracts)]
    public override Task<ListContractsResponse> ListContracts(ListContractsRequest request, ServerCallContext context) =>
        listContracts.RunAsync(request, ProviderScope.Of(context.GetCaller()), context.CancellationToken);

    [Policy(ProcurementPolicies.ReadPositions)]
    public override Task<BatchGetContractPositionsResponse> BatchGetContractPositions(BatchGetContractPositionsRequest request, ServerCallContext context) =>
        batchGetContractPositions.RunAsync(request, ProviderScope.Of(context.GetCaller()), context.CancellationToken);

    [Policy(ProcurementPolicies.ReadContracts)]
    public override Task WatchContracts(WatchContractsRequest request, IServerStreamWriter<WatchContractsResponse> responseStream, ServerCallContext context)
    {
        var caller = context.GetCaller();
        return watchContracts.RunAsync(
            request, ProviderScope.Of(caller), caller.Subject, () => context.WriteResponseHeadersAsync([]), responseStream, context.CancellationToken);
    }
}
