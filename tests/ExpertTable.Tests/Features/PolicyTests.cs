using Grpc.Core;
using Google.Rpc;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;

namespace Regio.ExpertTable.Tests.Features;

/// <summary>Who may call what: every rpc with every role.</summary>
public sealed class PolicyTests(ExpertTableHost host) : IClassFixture<ExpertTableHost>
{
    private static readonly Marshaller<byte[]> Bytes = Marshallers.Create(bytes => bytes, bytes => bytes);

    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["RegisterCase"] = [Roles.TableChair, Roles.ProcessGuide, Roles.PolicyAdviser],
        ["TriageCase"] = [Roles.TableChair, Roles.ProcessGuide],
        ["RecordAnalysis"] = [Roles.TableChair, Roles.ProcessGuide],
        ["ScheduleCase"] = [Roles.TableChair, Roles.ProcessGuide],
        ["GiveAdvice"] = [Roles.TableChair],
        ["DecideCase"] = [Roles.TableChair, Roles.ProcessGuide, Roles.PolicyAdviser],
        ["RequestPurchase"] = [Roles.TableChair, Roles.ProcessGuide],
        ["GetCase"] = [Roles.TableChair, Roles.ProcessGuide, Roles.TableMember, Roles.PolicyAdviser],
        ["ListCases"] = [Roles.TableChair, Roles.ProcessGuide, Roles.TableMember, Roles.PolicyAdviser],
        ["WatchCases"] = [Roles.TableChair, Roles.ProcessGuide, Roles.TableMember, Roles.PolicyAdviser],
        ["ListCaseReads"] = [Roles.TableChair, Roles.PrivacyOfficer],
        ["RecordStaffMember"] = [Roles.TableChair, Roles.Regiomanager],
        ["EndStaffMember"] = [Roles.TableChair, Roles.Regiomanager],
        ["RecordCapacityTerm"] = [Roles.TableChair, Roles.Regiomanager],
        ["ListStaffMembers"] = [Roles.TableChair, Roles.ProcessGuide, Roles.Regiomanager],
        ["GetCapacity"] = [Roles.TableChair, Roles.ProcessGuide, Roles.Regiomanager],
        ["PreviewCapacity"] = [Roles.TableChair, Roles.ProcessGuide, Roles.Regiomanager],
        ["RequestGuide"] = [Roles.TableChair, Roles.ProcessGuide],
        ["AssignGuide"] = [Roles.TableChair],
        ["EndGuide"] = [Roles.TableChair],
        ["AssignCareBroker"] = [Roles.TableChair, Roles.ProcessGuide],
        ["ListWaitingCases"] = [Roles.TableChair, Roles.ProcessGuide],
        ["PlanSitting"] = [Roles.TableChair],
        ["InviteParticipant"] = [Roles.TableChair],
        ["WithdrawParticipant"] = [Roles.TableChair],
        ["ListSittings"] = [Roles.TableChair, Roles.ProcessGuide, Roles.TableMember, Roles.PolicyAdviser],
        ["GetAgenda"] = [Roles.TableChair, Roles.ProcessGuide, Roles.TableMember, Roles.PolicyAdviser],
        ["GetPackage"] = [Roles.TableChair, Roles.ProcessGuide, Roles.TableMember, Roles.PolicyAdviser],
        ["RecordParty"] = [Roles.TableChair, Roles.ProcessGuide],
        ["RecordConsent"] = [Roles.TableChair, Roles.ProcessGuide],
        ["RecordGround"] = [Roles.TableChair, Roles.ProcessGuide],
        ["GetGrounds"] = [Roles.TableChair, Roles.ProcessGuide],
        ["SetLegalHold"] = [Roles.PrivacyOfficer],
        ["LiftLegalHold"] = [Roles.PrivacyOfficer],
        ["ListDueCases"] = [Roles.PrivacyOfficer],
        ["DestroyCase"] = [Roles.PrivacyOfficer],
        ["BreakGlass"] = [Roles.TableChair, Roles.ProcessGuide, Roles.TableMember, Roles.PolicyAdviser],
        ["ListEmergencyAccesses"] = [Roles.PrivacyOfficer],
        ["AcknowledgeEmergencyAccess"] = [Roles.PrivacyOfficer],
        ["VerifyReadLog"] = [Roles.PrivacyOfficer],
        ["FindSubject"] = [Roles.PrivacyOfficer],
        ["ListSubjectReads"] = [Roles.PrivacyOfficer],
        ["BreakThrough"] = [Roles.TableChair, Roles.ProcessGuide],
        ["StartExecution"] = [Roles.TableChair, Roles.ProcessGuide],
        ["ReportStuck"] = [Roles.TableChair, Roles.ProcessGuide],
        ["ResumeExecution"] = [Roles.TableChair, Roles.ProcessGuide],
        ["EscalateCase"] = [Roles.TableChair],
        ["EndEscalation"] = [Roles.TableChair],
        ["BringBackCase"] = [Roles.TableChair, Roles.ProcessGuide],
        ["RecordOutcome"] = [Roles.TableChair, Roles.ProcessGuide],
        ["EvaluateCase"] = [Roles.TableChair, Roles.ProcessGuide],
        ["CloseCase"] = [Roles.TableChair],
        ["ReopenCase"] = [Roles.TableChair],
        ["AssignLead"] = [Roles.TableChair, Roles.ProcessGuide],
        ["EndLead"] = [Roles.TableChair, Roles.ProcessGuide],
        ["StopClock"] = [Roles.TableChair, Roles.ProcessGuide],
        ["ResumeClock"] = [Roles.TableChair, Roles.ProcessGuide],
    };

    private static readonly Dictionary<string, string> Services = new[] { CaseService.Descriptor, CaseFollowUpService.Descriptor, ReadLogService.Descriptor, CapacityService.Descriptor, SittingService.Descriptor, ConsentService.Descriptor, RetentionService.Descriptor, EmergencyService.Descriptor }.SelectMany(s => s.Methods)
        .ToDictionary(m => m.Name, m => m.Service.FullName, StringComparer.Ordinal);

    [Fact]
    public async Task Each_role_may_call_what_its_policy_says_and_nothing_else()
    {
        Assert.Equal(Services.Keys.Order(StringComparer.Ordinal), Allowed.Keys.Order(StringComparer.Ordinal));
        await Task.WhenAll(Roles.All.Select(CheckAsync));
    }

    [Fact]
    public async Task Without_a_token_nothing_answers()
    {
        var invoker = host.Invoker(token: null);
        foreach (var rpc in Allowed.Keys)
            Assert.Equal("TOKEN_MISSING", (await CallAsync(invoker, rpc)).GetDetail<ErrorInfo>()!.Reason);
    }

    private async Task CheckAsync(string role)
    {
        var invoker = host.Invoker(TestTokens.For(role));
        foreach (var (rpc, roles) in Allowed)
        {
            var status = await CallAsync(invoker, rpc);
            Assert.True(roles.Contains(role) == (status.Code != (int)StatusCode.PermissionDenied), $"{rpc} answered {role} with {(StatusCode)status.Code}.");
            if (!roles.Contains(role))
                Assert.Equal("ROLE_NOT_ALLOWED", status.GetDetail<ErrorInfo>()!.Reason);
        }
    }

    private static async Task<Google.Rpc.Status> CallAsync(CallInvoker invoker, string rpc)
    {
        var type = rpc == "WatchCases" ? MethodType.ServerStreaming : MethodType.Unary;
        var method = new Method<byte[], byte[]>(type, Services[rpc], rpc, Bytes, Bytes);
        try
        {
            if (type == MethodType.Unary)
            {
                await invoker.AsyncUnaryCall(method, host: null, new CallOptions(), []);
                return new Google.Rpc.Status();
            }

            // Who may watch would wait for ever.
            using var call = invoker.AsyncServerStreamingCall(method, host: null, new CallOptions(deadline: TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(3)), []);
            await call.ResponseStream.MoveNext(CancellationToken.None);
            return new Google.Rpc.Status();
        }
        catch (RpcException refused)
        {
            return refused.GetRpcStatus() ?? new Google.Rpc.Status { Code = (int)refused.StatusCode };
        }
    }
}
