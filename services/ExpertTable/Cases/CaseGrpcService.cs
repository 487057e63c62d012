using Grpc.Core;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Cases;

/// <summary>The rpcs of the expert table.</summary>
internal sealed class CaseGrpcService(IServiceProvider features) : CaseService.CaseServiceBase
{
    [Policy(ExpertTablePolicies.Register)]
    public override Task<RegisterCaseResponse> RegisterCase(RegisterCaseRequest request, ServerCallContext context) =>
        Feature<RegisterCase>().RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.Handle)]
    public override Task<TriageCaseResponse> TriageCase(TriageCaseRequest request, ServerCallContext context) =>
        Feature<TriageCase>().RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.Handle)]
    public override Task<RecordAnalysisResponse> RecordAnalysis(RecordAnalysisRequest request, ServerCallContext context) =>
        Feature<RecordAnalysis>().RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.Handle)]
    public override Task<ScheduleCaseResponse> ScheduleCase(ScheduleCaseRequest request, ServerCallContext context) =>
        Feature<ScheduleCase>().RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.Advise)]
    public override Task<GiveAdviceResponse> GiveAdvice(GiveAdviceRequest request, ServerCallContext context) =>
        Feature<GiveAdvice>().RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.Decide)]
    public override Task<DecideCaseResponse> DecideCase(DecideCaseRequest request, ServerCallContext context) =>
        Feature<DecideCase>().RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.Handle)]
    public override Task<RequestPurchaseResponse> RequestPurchase(RequestPurchaseRequest request, ServerCallContext context) =>
        Feature<RequestPurchase>().RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.Read)]
    public override Task<GetCaseResponse> GetCase(GetCaseRequest request, ServerCallContext context) =>
        Feature<GetCase>().RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.Read)]
    public override Task<ListCasesResponse> ListCases(ListCasesRequest request, ServerCallContext context) =>
        Feature<ListCases>().RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.Oversee)]
    public override Task<ListCaseReadsResponse> ListCaseReads(ListCaseReadsRequest request, ServerCallContext context) =>
        Feature<ListCaseReads>().RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(ExpertTablePolicies.Read)]
    public override Task WatchCases(WatchCasesRequest request, IServerStreamWriter<WatchCasesResponse> responseStream, ServerCallContext context) =>
        Feature<WatchCases>().RunAsync(context.GetCaller(), responseStream, context);

    // Eleven features as parameters would be created for each call, and one of them is used.
    private T Feature<T>()
        where T : notnull => features.GetRequiredService<T>();
}
