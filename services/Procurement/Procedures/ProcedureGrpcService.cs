using Grpc.Core;
using Regio.Procurement.Ocds;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.Procurement.Procedures;

/// <summary>The rpcs of procedures.</summary>
internal sealed class ProcedureGrpcService(
    CreateProcedure createProcedure,
    RecordProcedureMandate recordProcedureMandate,
    PublishProcedure publishProcedure,
    AskProcedureQuestion askProcedureQuestion,
    AnswerProcedureQuestion answerProcedureQuestion,
    PublishProcedureAnswers publishProcedureAnswers,
    RecordBid recordBid,
    OpenBids openBids,
    AssessBid assessBid,
    IntendAward intendAward,
    AwardProcedure awardProcedure,
    DraftAwardedContract draftAwardedContract,
    ReportProcedureBack reportProcedureBack,
    ConcludeProcedure concludeProcedure,
    WithdrawProcedure withdrawProcedure,
    GetProcedure getProcedure,
    ListProcedures listProcedures,
    ExportOcdsReleases exportOcdsReleases) : ProcedureService.ProcedureServiceBase
{
    [Policy(ProcurementPolicies.WriteProcedures)]
    public override Task<CreateProcedureResponse> CreateProcedure(CreateProcedureRequest request, ServerCallContext context) =>
        createProcedure.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.WriteProcedures)]
    public override Task<RecordProcedureMandateResponse> RecordProcedureMandate(RecordProcedureMandateRequest request, ServerCallContext context) =>
        recordProcedureMandate.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.WriteProcedures)]
    public override Task<PublishProcedureResponse> PublishProcedure(PublishProcedureRequest request, ServerCallContext context) =>
        publishProcedure.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.WriteProcedures)]
    public override Task<AskProcedureQuestionResponse> AskProcedureQuestion(AskProcedureQuestionRequest request, ServerCallContext context) =>
        askProcedureQuestion.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.WriteProcedures)]
    public override Task<AnswerProcedureQuestionResponse> AnswerProcedureQuestion(AnswerProcedureQuestionRequest request, ServerCallContext context) =>
        answerProcedureQuestion.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.WriteProcedures)]
    public override Task<PublishProcedureAnswersResponse> PublishProcedureAnswers(PublishProcedureAnswersRequest request, ServerCallContext context) =>
        publishProcedureAnswers.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.WriteProcedures)]
    public override Task<RecordBidResponse> RecordBid(RecordBidRequest request, ServerCallContext context) =>
        recordBid.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.WriteProcedures)]
    public override Task<OpenBidsResponse> OpenBids(OpenBidsRequest request, ServerCallContext context) =>
        openBids.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.WriteProcedures)]
    public override Task<AssessBidResponse> AssessBid(AssessBidRequest request, ServerCallContext context) =>
        assessBid.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.WriteProcedures)]
    public override Task<IntendAwardResponse> IntendAward(IntendAwardRequest request, ServerCallContext context) =>
        intendAward.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.WriteProcedures)]
    public override Task<AwardProcedureResponse> AwardProcedure(AwardProcedureRequest request, ServerCallContext context) =>
        awardProcedure.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.WriteProcedures)]
    public override Task<DraftAwardedContractResponse> DraftAwardedContract(DraftAwardedContractRequest request, ServerCallContext context) =>
        draftAwardedContract.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.WriteProcedures)]
    public override Task<ReportProcedureBackResponse> ReportProcedureBack(ReportProcedureBackRequest request, ServerCallContext context) =>
        reportProcedureBack.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.WriteProcedures)]
    public override Task<ConcludeProcedureResponse> ConcludeProcedure(ConcludeProcedureRequest request, ServerCallContext context) =>
        concludeProcedure.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.WriteProcedures)]
    public override Task<WithdrawProcedureResponse> WithdrawProcedure(WithdrawProcedureRequest request, ServerCallContext context) =>
        withdrawProcedure.RunAsync(request, context.GetCaller().Subject, context.CancellationToken);

    [Policy(ProcurementPolicies.ReadProcedures)]
    public override Task<GetProcedureResponse> GetProcedure(GetProcedureRequest request, ServerCallContext context) =>
        getProcedure.RunAsync(request, context.CancellationToken);

    [Policy(ProcurementPolicies.ReadProcedures)]
    public override Task<ExportOcdsReleasesResponse> ExportOcdsReleases(ExportOcdsReleasesRequest request, ServerCallContext context) =>
        exportOcdsReleases.RunAsync(request, context.CancellationToken);

    [Policy(ProcurementPolicies.ReadProcedures)]
    public override Task<ListProceduresResponse> ListProcedures(ListProceduresRequest request, ServerCallContext context) =>
        listProcedures.RunAsync(request, context.CancellationToken);
}
