using Grpc.Core;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.Procurement.Ceilings;

/// <summary>The rpcs of ceilings and client stops.</summary>
internal sealed class CeilingGrpcService(
    ProposeCeiling proposeCeiling,
    RecordCeilingView recordCeilingView,
    DecideCeiling decideCeiling,
    RecordCeilingMeeting recordCeilingMeeting,
    AdjustCeiling adjustCeiling,
    CloseCeiling closeCeiling,
    RecordSpend recordSpend,
    ImportSpend importSpend,
    GetCeiling getCeiling,
    ListCeilings listCeilings,
    GetCeilingWarningLetter getCeilingWarningLetter,
    RecordClientStop recordClientStop,
    LiftClientStop liftClientStop,
    ReviewClientStop reviewClientStop,
    ListClientStops listClientStops) : CeilingService.CeilingServiceBase
{
    [Policy(ProcurementPolicies.WriteCeilings)]
    public override Task<ProposeCeilingResponse> ProposeCeiling(ProposeCeilingRequest request, ServerCallContext context) =>
        proposeCeiling.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.ViewCeilings)]
    public override Task<RecordCeilingViewResponse> RecordCeilingView(RecordCeilingViewRequest request, ServerCallContext context)
    {
        var caller = context.GetCaller();
        return recordCeilingView.RunAsync(request, ProviderScope.Of(caller), caller.Subject, context.CancellationToken);
    }

    [Policy(ProcurementPolicies.WriteCeilings)]
    public override Task<DecideCeilingResponse> DecideCeiling(DecideCeilingRequest request, ServerCallContext context) =>
        decideCeiling.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.WriteCeilings)]
    public override Task<RecordCeilingMeetingResponse> RecordCeilingMeeting(RecordCeilingMeetingRequest request, ServerCallContext context) =>
        recordCeilingMeeting.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.WriteCeilings)]
    public override Task<AdjustCeilingResponse> AdjustCeiling(AdjustCeilingRequest request, ServerCallContext context) =>
        adjustCeiling.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.WriteCeilings)]
    public override Task<CloseCeilingResponse> CloseCeiling(CloseCeilingRequest request, ServerCallContext context) =>
        closeCeiling.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.RecordSpend)]
    public override Task<RecordSpendResponse> RecordSpend(RecordSpendRequest request, ServerCallContext context) =>
        recordSpend.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.RecordSpend)]
    public override Task<ImportSpendResponse> ImportSpend(ImportSpendRequest request, ServerCallContext context) =>
        importSpend.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.ReadCeilings)]
    public override Task<GetCeilingResponse> GetCeiling(GetCeilingRequest request, ServerCallContext context) =>
        getCeiling.RunAsync(request, ProviderScope.Of(context.GetCaller()), context.CancellationToken);

    [Policy(ProcurementPolicies.ReadCeilings)]
    public override Task<ListCeilingsResponse> ListCeilings(ListCeilingsRequest request, ServerCallContext context) =>
        listCeilings.RunAsync(request, ProviderScope.Of(context.GetCaller()), context.CancellationToken);

    [Policy(ProcurementPolicies.ReadCeilings)]
    public override Task<GetCeilingWarningLetterResponse> GetCeilingWarningLetter(GetCeilingWarningLetterRequest request, ServerCallContext context) =>
        getCeilingWarningLetter.RunAsync(request, ProviderScope.Of(context.GetCaller()), context.CancellationToken);

    [Policy(ProcurementPolicies.WriteCeilings)]
    public override Task<RecordClientStopResponse> RecordClientStop(RecordClientStopRequest request, ServerCallContext context) =>
        recordClientStop.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.WriteCeilings)]
    public override Task<LiftClientStopResponse> LiftClientStop(LiftClientStopRequest request, ServerCallContext context) =>
        liftClientStop.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.WriteCeilings)]
    public override Task<ReviewClientStopResponse> ReviewClientStop(ReviewClientStopRequest request, ServerCallContext context) =>
        reviewClientStop.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.ReadClientStops)]
    public override Task<ListClientStopsResponse> ListClientStops(ListClientStopsRequest request, ServerCallContext context) =>
        listClientStops.RunAsync(request, ProviderScope.Of(context.GetCaller()), context.CancellationToken);
}
