using Google.Protobuf.Reflection;
using Google.Rpc;
using Grpc.Core;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;

namespace Regio.Municipalities.Tests.Features;

/// <summary>Who may call what: every rpc with every role.</summary>
public sealed class PolicyTests(MunicipalitiesHost host) : IClassFixture<MunicipalitiesHost>
{
    private static readonly Marshaller<byte[]> Bytes = Marshallers.Create(bytes => bytes, bytes => bytes);

    private static readonly Dictionary<string, string[]> Limited = new()
    {
        ["DraftAllocationKey"] = [Roles.Regiomanager, Roles.Finance],
        ["AdoptAllocationKey"] = [Roles.Regiomanager, Roles.Finance],
        ["CreditCostAllocation"] = [Roles.Regiomanager, Roles.Finance],
        ["AllocateCost"] = [Roles.Regiomanager, Roles.Finance],
        ["RegisterBody"] = [Roles.Regiomanager],
        ["AddSeat"] = [Roles.Regiomanager],
        ["CloseSeat"] = [Roles.Regiomanager],
        ["SetQuorum"] = [Roles.Regiomanager],
        ["RecordOutsideMeeting"] = [Roles.Regiomanager],
        ["RecordReport"] = [Roles.Regiomanager],
        ["RecordHolder"] = [Roles.Regiomanager, Roles.CouncilClerk, Roles.PolicyAdviser],
        ["RecordDeparture"] = [Roles.Regiomanager, Roles.CouncilClerk, Roles.PolicyAdviser],
        ["DraftAgreement"] = [Roles.Regiomanager],
        ["BringIntoForce"] = [Roles.Regiomanager],
        ["AddAddendum"] = [Roles.Regiomanager],
        ["TerminateAgreement"] = [Roles.Regiomanager],
        ["AddObligation"] = [Roles.Regiomanager],
        ["FulfilObligation"] = [Roles.Regiomanager],
        ["RegisterTopic"] = [Roles.Regiomanager],
        ["RecordResponsibility"] = [Roles.Regiomanager],
        ["EndResponsibility"] = [Roles.Regiomanager],
        ["PreviewInvoiceRun"] = [Roles.Regiomanager, Roles.Finance],
        ["IssueInvoiceRun"] = [Roles.Regiomanager, Roles.Finance],
        ["RegisterFund"] = [Roles.Regiomanager, Roles.Finance],
        ["ApplyToFund"] = [Roles.Regiomanager, Roles.Finance],
        ["RecordFundGrant"] = [Roles.Regiomanager, Roles.Finance],
        ["CommitFund"] = [Roles.Regiomanager, Roles.Finance],
        ["SpendFund"] = [Roles.Regiomanager, Roles.Finance],
        ["RepayFund"] = [Roles.Regiomanager, Roles.Finance],
        ["SetHourRate"] = [Roles.Regiomanager, Roles.Finance],
        ["ClaimHours"] = [Roles.Regiomanager, Roles.Finance, Roles.PolicyAdviser],
        ["CancelHourClaim"] = [Roles.Regiomanager, Roles.Finance, Roles.PolicyAdviser],
        ["CreateMandate"] = [Roles.Regiomanager],
        ["RecordConsent"] = [Roles.Regiomanager],
        ["ListMandatedActs"] =
            [Roles.Regiomanager, Roles.ContractManager, Roles.Finance, Roles.PolicyAdviser, Roles.CouncilClerk, Roles.Council, Roles.PrivacyOfficer],
        ["RecordMandatedAct"] = [Roles.Regiomanager],
        ["RecordGrant"] = [Roles.Regiomanager, Roles.CouncilClerk, Roles.PolicyAdviser],
        ["RecordWithdrawal"] = [Roles.Regiomanager, Roles.CouncilClerk, Roles.PolicyAdviser],
        ["RecordRatification"] = [Roles.Regiomanager, Roles.CouncilClerk, Roles.PolicyAdviser],
        ["CreateRound"] = [Roles.Regiomanager],
        ["OpenPublicComment"] = [Roles.Regiomanager],
        ["OpenViews"] = [Roles.Regiomanager],
        ["CloseViews"] = [Roles.Regiomanager],
        ["StartWeighing"] = [Roles.Regiomanager],
        ["PublishDefinitive"] = [Roles.Regiomanager],
        ["PublishErratum"] = [Roles.Regiomanager],
        ["PutToAdoption"] = [Roles.Regiomanager],
        ["ReopenRound"] = [Roles.Regiomanager],
        ["WithdrawRound"] = [Roles.Regiomanager],
        ["StartAtOwnRisk"] = [Roles.Regiomanager],
        ["RecordPublicComment"] = [Roles.Regiomanager],
        ["WeighRemark"] = [Roles.Regiomanager],
        ["RuleOnDecision"] = [Roles.Regiomanager],
        ["CompleteFollowUp"] = [Roles.Regiomanager],
        ["RecordView"] = [Roles.Regiomanager, Roles.CouncilClerk, Roles.PolicyAdviser],
        ["PlanDecision"] = [Roles.Regiomanager, Roles.CouncilClerk, Roles.PolicyAdviser],
        ["RecordDecision"] = [Roles.Regiomanager, Roles.CouncilClerk, Roles.PolicyAdviser],
    };

    private static IEnumerable<MethodDescriptor> Rpcs =>
        new[]
            {
                MunicipalityServiceReflection.Descriptor, CostServiceReflection.Descriptor, RoundServiceReflection.Descriptor,
                FormalViewServiceReflection.Descriptor, RoundStatusServiceReflection.Descriptor, CouncilDecisionServiceReflection.Descriptor,
                MandateServiceReflection.Descriptor, HourClaimServiceReflection.Descriptor, FundServiceReflection.Descriptor, InvoiceServiceReflection.Descriptor, ResponsibilityServiceReflection.Descriptor, AgreementServiceReflection.Descriptor, BodyServiceReflection.Descriptor,
            }
            .SelectMany(file => file.Services).SelectMany(service => service.Methods);

    [Fact]
    public async Task Each_role_may_call_what_its_policy_says_and_nothing_else()
    {
        foreach (var role in Roles.All)
        {
            var invoker = host.Invoker(TestTokens.For(role));
            foreach (var rpc in Rpcs)
            {
                var allowed = !Limited.TryGetValue(rpc.Name, out var roles) || roles.Contains(role);
                var status = await CallAsync(invoker, rpc);
                Assert.True(
                    allowed == (status.Code != (int)StatusCode.PermissionDenied),
                    $"{rpc.Name} answered {role} with {(StatusCode)status.Code}.");
                if (!allowed)
                    Assert.Equal("ROLE_NOT_ALLOWED", status.GetDetail<ErrorInfo>()!.Reason);
            }
        }
    }

    [Fact]
    public async Task Without_a_token_nothing_answers()
    {
        var invoker = host.Invoker(token: null);
        foreach (var rpc in Rpcs)
        {
            var status = await CallAsync(invoker, rpc);
            Assert.Equal((int)StatusCode.Unauthenticated, status.Code);
            Assert.Equal("TOKEN_MISSING", status.GetDetail<ErrorInfo>()!.Reason);
        }
    }

    private static async Task<Google.Rpc.Status> CallAsync(CallInvoker invoker, MethodDescriptor rpc)
    {
        var method = new Method<byte[], byte[]>(MethodType.Unary, rpc.Service.FullName, rpc.Name, Bytes, Bytes);
        try
        {
            await invoker.AsyncUnaryCall(method, host: null, new CallOptions(cancellationToken: TestContext.Current.CancellationToken), []);
            return new Google.Rpc.Status();
        }
        catch (RpcException refused)
        {
            return refused.GetRpcStatus() ?? new Google.Rpc.Status { Code = (int)refused.StatusCode };
        }
    }
}
