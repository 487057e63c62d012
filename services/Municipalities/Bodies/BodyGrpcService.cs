using Grpc.Core;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Bodies;

/// <summary>The rpcs of bodies and seats.</summary>
internal sealed class BodyGrpcService(
    RegisterBody registerBody,
    AddSeat addSeat,
    CloseSeat closeSeat,
    RecordHolder recordHolder,
    RecordDeparture recordDeparture,
    SetQuorum setQuorum,
    CheckQuorum checkQuorum,
    GetBody getBody,
    ListBodies listBodies,
    ListVacancies listVacancies,
    RecordOutsideMeeting recordOutsideMeeting,
    RecordReport recordReport,
    ListOutsideMeetings listOutsideMeetings) : BodyService.BodyServiceBase
{
    [Policy(MunicipalitiesPolicies.KeepRegister)]
    public override Task<RegisterBodyResponse> RegisterBody(RegisterBodyRequest request, ServerCallContext context) =>
        registerBody.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.KeepRegister)]
    public override Task<AddSeatResponse> AddSeat(AddSeatRequest request, ServerCallContext context) =>
        addSeat.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.KeepRegister)]
    public override Task<CloseSeatResponse> CloseSeat(CloseSeatRequest request, ServerCallContext context) =>
        closeSeat.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.RecordFacts)]
    public override Task<RecordHolderResponse> RecordHolder(RecordHolderRequest request, ServerCallContext context) =>
        recordHolder.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.RecordFacts)]
    public override Task<RecordDepartureResponse> RecordDeparture(RecordDepartureRequest request, ServerCallContext context) =>
        recordDeparture.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.KeepRegister)]
    public override Task<SetQuorumResponse> SetQuorum(SetQuorumRequest request, ServerCallContext context) =>
        setQuorum.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.ReadRegister)]
    public override Task<CheckQuorumResponse> CheckQuorum(CheckQuorumRequest request, ServerCallContext context) =>
        checkQuorum.RunAsync(request, context.CancellationToken);

    [Policy(MunicipalitiesPolicies.ReadRegister)]
    public override Task<GetBodyResponse> GetBody(GetBodyRequest request, ServerCallContext context) =>
        getBody.RunAsync(request, context.CancellationToken);

    [Policy(MunicipalitiesPolicies.ReadRegister)]
    public override Task<ListBodiesResponse> ListBodies(ListBodiesRequest request, ServerCallContext context) =>
        listBodies.RunAsync(request, context.CancellationToken);

    [Policy(MunicipalitiesPolicies.ReadRegister)]
    public override Task<ListVacanciesResponse> ListVacancies(ListVacanciesRequest request, ServerCallContext context) =>
        listVacancies.RunAsync(request, context.CancellationToken);

    [Policy(MunicipalitiesPolicies.KeepRegister)]
    public override Task<RecordOutsideMeetingResponse> RecordOutsideMeeting(RecordOutsideMeetingRequest request, ServerCallContext context) =>
        recordOutsideMeeting.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.KeepRegister)]
    public override Task<RecordReportResponse> RecordReport(RecordReportRequest request, ServerCallContext context) =>
        recordReport.RunAsync(request, context.GetCaller(), context.CancellationToken);

    [Policy(MunicipalitiesPolicies.ReadRegister)]
    public override Task<ListOutsideMeetingsResponse> ListOutsideMeetings(ListOutsideMeetingsRequest request, ServerCallContext context) =>
        listOutsideMeetings.RunAsync(request, context.CancellationToken);
}
