using Grpc.Core;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Funds;

/// <summary>The rpcs of funds.</summary>
internal sealed class FundGrpcService(
    RegisterFund registerFund,
    ApplyToFund applyToFund,
    RecordFundGrant recordFundGrant,
    CommitFund commitFund,
    SpendFund spendFund,
    SpendFundOnHours spendFundOnHours,
    ReleaseCommitment releaseCommitment,
    RepayFund repayFund,
    GetFund getFund,
    ListFunds listFunds,
    GetFundAccount getFundAccount) : FundService.FundServiceBase
{
    [Policy(MunicipalitiesPolicies.KeepFunds)]
    public override Task<RegisterFundResponse> RegisterFund(RegisterFundRequest request, ServerCallContext context) =>
        registerFund.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.KeepFunds)]
    public override Task<ApplyToFundResponse> ApplyToFund(ApplyToFundRequest request, ServerCallContext context) =>
        applyToFund.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.KeepFunds)]
    public override Task<RecordFundGrantResponse> RecordFundGrant(RecordFundGrantRequest request, ServerCallContext context) =>
        recordFundGrant.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.KeepFunds)]
    public override Task<CommitFundResponse> CommitFund(CommitFundRequest request, ServerCallContext context) =>
        commitFund.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.KeepFunds)]
    public override Task<SpendFundResponse> SpendFund(SpendFundRequest request, ServerCallContext context) =>
        spendFund.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.KeepFunds)]
    public override Task<SpendFundOnHoursResponse> SpendFundOnHours(SpendFundOnHoursRequest request, ServerCallContext context) =>
        spendFundOnHours.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.KeepFunds)]
    public override Task<ReleaseCommitmentResponse> ReleaseCommitment(ReleaseCommitmentRequest request, ServerCallContext context) =>
        releaseCommitment.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.KeepFunds)]
    public override Task<RepayFundResponse> RepayFund(RepayFundRequest request, ServerCallContext context) =>
        repayFund.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.ReadCosts)]
    public override Task<GetFundResponse> GetFund(GetFundRequest request, ServerCallContext context) =>
        getFund.RunAsync(request, context.CancellationToken);

    [Policy(MunicipalitiesPolicies.ReadCosts)]
    public override Task<ListFundsResponse> ListFunds(ListFundsRequest request, ServerCallContext context) =>
        listFunds.RunAsync(request, context.CancellationToken);

    [Policy(MunicipalitiesPolicies.ReadCosts)]
    public override Task<GetFundAccountResponse> GetFundAccount(GetFundAccountRequest request, ServerCallContext context) =>
        getFundAccount.RunAsync(request, context.CancellationToken);
}
