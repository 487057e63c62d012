using Grpc.Core;
using Regio.Reporting.Suppression;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.Reporting.Computing;

/// <summary>The rpcs of computing with figures.</summary>
internal sealed class ComputationGrpcService(
    ExplainCost explainCost,
    AnalyseSeries analyseSeries,
    CompareAreas compareAreas,
    CheckBalance checkBalance,
    SetIndicatorTarget setTarget,
    ListIndicatorTargets listTargets,
    RecordSavingsScenario recordScenario,
    ListSavingsScenarios listScenarios) : ComputationService.ComputationServiceBase
{
    [Policy(ReportingPolicies.ReadObservations)]
    public override Task<ExplainCostResponse> ExplainCost(ExplainCostRequest request, ServerCallContext context) =>
        explainCost.RunAsync(request, Viewer.Of(context.GetCaller()), context.CancellationToken);

    [Policy(ReportingPolicies.ReadObservations)]
    public override Task<AnalyseSeriesResponse> AnalyseSeries(AnalyseSeriesRequest request, ServerCallContext context) =>
        analyseSeries.RunAsync(request, Viewer.Of(context.GetCaller()), context.CancellationToken);

    [Policy(ReportingPolicies.ReadObservations)]
    public override Task<CompareAreasResponse> CompareAreas(CompareAreasRequest request, ServerCallContext context) =>
        compareAreas.RunAsync(request, Viewer.Of(context.GetCaller()), context.CancellationToken);

    [Policy(ReportingPolicies.ReadObservations)]
    public override Task<CheckBalanceResponse> CheckBalance(CheckBalanceRequest request, ServerCallContext context) =>
        checkBalance.RunAsync(request, Viewer.Of(context.GetCaller()), context.CancellationToken);

    [Policy(ReportingPolicies.SetTargets)]
    public override Task<SetIndicatorTargetResponse> SetIndicatorTarget(SetIndicatorTargetRequest request, ServerCallContext context) =>
        setTarget.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ReportingPolicies.ReadObservations)]
    public override Task<ListIndicatorTargetsResponse> ListIndicatorTargets(ListIndicatorTargetsRequest request, ServerCallContext context) =>
        listTargets.RunAsync(context.CancellationToken);

    [Policy(ReportingPolicies.SetTargets)]
    public override Task<RecordSavingsScenarioResponse> RecordSavingsScenario(RecordSavingsScenarioRequest request, ServerCallContext context) =>
        recordScenario.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ReportingPolicies.ReadObservations)]
    public override Task<ListSavingsScenariosResponse> ListSavingsScenarios(ListSavingsScenariosRequest request, ServerCallContext context) =>
        listScenarios.RunAsync(request, Viewer.Of(context.GetCaller()), context.CancellationToken);
}
