using Google.Protobuf.Reflection;
using Grpc.Core;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;

namespace Regio.Procurement.Tests.Features;

/// <summary>Who may call what: every rpc with every role.</summary>
[Collection(nameof(ProcurementHost))]
public sealed class PolicyTests(ProcurementHost host)
{
    private static readonly Marshaller<byte[]> Bytes = Marshallers.Create(bytes => bytes, bytes => bytes);
    private static readonly byte[] Garbage = [0xFF, 0xFF, 0xFF];

    private static readonly string[] Office = [Roles.Regiomanager, Roles.ContractManager, Roles.Finance, Roles.PolicyAdviser, Roles.Service];
    private static readonly string[] Table = [Roles.TableChair, Roles.TableMember, Roles.ProcessGuide];

    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["ListInterventionLevels"] = [.. Roles.All],
        ["ResolveScale"] = [.. Roles.All],
        ["CreateProduct"] = [Roles.ContractManager],
        ["AdoptScaleRule"] = [Roles.Regiomanager],
        ["CountScaleExceptions"] = [.. Office],
        ["CreateProvider"] = [Roles.ContractManager],
        ["UpdateProvider"] = [Roles.ContractManager],
        ["GetProvider"] = [.. Office, .. Table, Roles.Provider],
        ["ListProviders"] = [.. Office, .. Table, Roles.Provider],
        ["CreateContract"] = [Roles.ContractManager],
        ["UpdateContract"] = [Roles.ContractManager],
        ["SignContract"] = [Roles.ContractManager],
        ["AmendContract"] = [Roles.ContractManager],
        ["RenewContract"] = [Roles.ContractManager],
        ["TerminateContract"] = [Roles.ContractManager],
        ["DissolveContract"] = [Roles.ContractManager],
        ["TransferContract"] = [Roles.ContractManager],
        ["GetContract"] = [.. Office, Roles.Provider],
        ["ListContracts"] = [.. Office, Roles.Provider],
        ["WatchContracts"] = [.. Office, Roles.Provider],
        ["BatchGetContractPositions"] = [.. Office, .. Table, Roles.Provider],
        ["DraftTariff"] = [Roles.ContractManager],
        ["SubstantiateTariff"] = [Roles.ContractManager],
        ["AdoptTariff"] = [Roles.ContractManager],
        ["ObjectToTariff"] = [Roles.ContractManager, Roles.Provider],
        ["AnswerTariffObjection"] = [Roles.ContractManager],
        ["RecordTariffIndex"] = [Roles.ContractManager],
        ["GetTariff"] = [.. Office, Roles.Provider],
        ["ListTariffs"] = [.. Office, Roles.Provider],
        ["PreviewIndexation"] = [.. Office, Roles.Provider],
        ["ProposeCeiling"] = [Roles.ContractManager],
        ["RecordCeilingView"] = [Roles.ContractManager, Roles.Provider],
        ["DecideCeiling"] = [Roles.ContractManager],
        ["RecordCeilingMeeting"] = [Roles.ContractManager],
        ["AdjustCeiling"] = [Roles.ContractManager],
        ["CloseCeiling"] = [Roles.ContractManager],
        ["RecordSpend"] = [Roles.ContractManager, Roles.Finance, Roles.Service],
        ["ImportSpend"] = [Roles.ContractManager, Roles.Finance, Roles.Service],
        ["GetCeiling"] = [.. Office, Roles.Provider],
        ["ListCeilings"] = [.. Office, Roles.Provider],
        ["GetCeilingWarningLetter"] = [.. Office, Roles.Provider],
        ["RecordClientStop"] = [Roles.ContractManager],
        ["LiftClientStop"] = [Roles.ContractManager],
        ["ListClientStops"] = [.. Office, .. Table, Roles.Provider],
        ["CreateProcedure"] = [Roles.ContractManager],
        ["RecordProcedureMandate"] = [Roles.ContractManager],
        ["PublishProcedure"] = [Roles.ContractManager],
        ["AskProcedureQuestion"] = [Roles.ContractManager],
        ["AnswerProcedureQuestion"] = [Roles.ContractManager],
        ["PublishProcedureAnswers"] = [Roles.ContractManager],
        ["RecordBid"] = [Roles.ContractManager],
        ["OpenBids"] = [Roles.ContractManager],
        ["AssessBid"] = [Roles.ContractManager],
        ["IntendAward"] = [Roles.ContractManager],
        ["AwardProcedure"] = [Roles.ContractManager],
        ["DraftAwardedContract"] = [Roles.ContractManager],
        ["ReportProcedureBack"] = [Roles.ContractManager],
        ["ConcludeProcedure"] = [Roles.ContractManager],
        ["WithdrawProcedure"] = [Roles.ContractManager],
        ["GetProcedure"] = [.. Office],
        ["ExportOcdsReleases"] = [.. Office],
        ["ListProcedures"] = [.. Office],
        ["ListPurchaseRequests"] = [.. Office, .. Table],
        ["DecidePurchaseRequest"] = [Roles.ContractManager],
    };

    private static IEnumerable<MethodDescriptor> Rpcs =>
        new[] { CatalogueServiceReflection.Descriptor, ProviderServiceReflection.Descriptor, ContractServiceReflection.Descriptor, TariffServiceReflection.Descriptor, CeilingServiceReflection.Descriptor, ProcedureServiceReflection.Descriptor, PurchaseRequestServiceReflection.Descriptor }
            .SelectMany(file => file.Services).SelectMany(service => service.Methods);

    [Fact]
    public async Task Each_role_may_call_what_its_policy_says_and_nothing_else()
    {
        foreach (var role in Roles.All)
        {
            var invoker = host.Invoker(TestTokens.For(role, provider: role == Roles.Provider ? ProcurementHost.NewId() : null));
            foreach (var rpc in Rpcs)
            {
                var refused = await CallAsync(invoker, rpc);
                var allowed = Allowed[rpc.Name].Contains(role);
                Assert.True(allowed == (refused.Code != StatusCode.PermissionDenied), $"{rpc.Name} answered {role} with {refused.Code}.");
                Assert.Equal(allowed ? "MESSAGE_MALFORMED" : "ROLE_NOT_ALLOWED", refused.Reason);
            }
        }
    }

    [Fact]
    public async Task Without_a_token_nothing_answers()
    {
        var invoker = host.Invoker(token: null);
        foreach (var rpc in Rpcs)
        {
            var refused = await CallAsync(invoker, rpc);
            Assert.Equal((StatusCode.Unauthenticated, "TOKEN_MISSING"), (refused.Code, refused.Reason));
        }
    }

    // Garbage, so that a call that is allowed is refused too, by its form and without effect.
    private static async Task<Refused> CallAsync(CallInvoker invoker, MethodDescriptor rpc)
    {
        var type = rpc.IsServerStreaming ? MethodType.ServerStreaming : MethodType.Unary;
        var method = new Method<byte[], byte[]>(type, rpc.Service.FullName, rpc.Name, Bytes, Bytes);
        var options = new CallOptions(cancellationToken: TestContext.Current.CancellationToken);
        return await Refused.ByAsync(async () =>
        {
            if (type == MethodType.Unary)
                await invoker.AsyncUnaryCall(method, host: null, options, Garbage);
            else
                await invoker.AsyncServerStreamingCall(method, host: null, options, Garbage).ResponseStream.MoveNext(CancellationToken.None);
        });
    }
}
