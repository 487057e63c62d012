using Google.Protobuf;
using Grpc.Core;
using Regio.Common.V1;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Time;
using Regio.Testing.Rpcs;

namespace Regio.EndToEnd.Tests.Canaries;

/// <summary>
/// Cases that go through all that can be written about one, with a canary in each text. Each request is sent once more
/// under another id, and once with a text that is too long: most of that is refused, and what is refused is told to many.
/// </summary>
internal sealed class CanaryCases(RunningSuite suite, CanarySet canaries)
{
    private const string Chair = "table-chair";
    private const string Guide = "process-guide";
    private const string Officer = "privacy-officer";

    private readonly CaseService.CaseServiceClient _cases = new(suite.ExpertTable);
    private readonly CaseFollowUpService.CaseFollowUpServiceClient _followUp = new(suite.ExpertTable);
    private readonly SittingService.SittingServiceClient _sittings = new(suite.ExpertTable);
    private readonly CapacityService.CapacityServiceClient _capacity = new(suite.ExpertTable);
    private readonly ConsentService.ConsentServiceClient _consents = new(suite.ExpertTable);
    private readonly RetentionService.RetentionServiceClient _keeping = new(suite.ExpertTable);
    private readonly EmergencyService.EmergencyServiceClient _emergencies = new(suite.ExpertTable);
    private readonly ReadLogService.ReadLogServiceClient _log = new(suite.ExpertTable);
    private readonly TextService.TextServiceClient _texts = new(suite.ExpertTable);
    private readonly CaseActionService.CaseActionServiceClient _actions = new(suite.ExpertTable);
    private readonly TermService.TermServiceClient _terms = new(suite.ExpertTable);
    private readonly WorklistService.WorklistServiceClient _work = new(suite.ExpertTable);
    private readonly ConsultationService.ConsultationServiceClient _consultations = new(suite.ExpertTable);
    private readonly LetterService.LetterServiceClient _letters = new(suite.ExpertTable);
    private readonly DisclosureService.DisclosureServiceClient _disclosures = new(suite.ExpertTable);
    private readonly DeciderService.DeciderServiceClient _deciders = new(suite.ExpertTable);
    private readonly LearningService.LearningServiceClient _learning = new(suite.ExpertTable);
    private readonly CommonThreadsService.CommonThreadsServiceClient _threads = new(suite.ExpertTable);
    private readonly InspectionGapService.InspectionGapServiceClient _gaps = new(suite.ExpertTable);
    private readonly SubjectRightsService.SubjectRightsServiceClient _rights = new(suite.ExpertTable);

    /// <summary>The cases, which do show in events and elsewhere.</summary>
    public List<string> Ids { get; } = [];

    public string LastRequestId { get; private set; } = "";

    public string LastOpenedInEmergency { get; private set; } = "";

    private static Date Today => TimeProvider.System.DutchToday().ToProto();

    public async Task LiveAsync(string municipality)
    {
        var (sitting, member) = await PlanAsync();
        var file = await RegisterAsync(municipality);
        await SendAsync(Chair, new TriageCaseRequest { Id = file.Id, Accept = true }, _cases.TriageCaseAsync);
        await AskAsync(file);
        await StaffAsync(file.Id);
        await TableAsync(file.Id, sitting, member);
        await FollowAsync(file.Id, sitting);
        await CloseAsync(file.Id);
        await RectifyAsync(file.Id, file.SubjectPseudonym);
        await ReadAsync(file, sitting);
        await ConsultAsync();
        await AnalyseAsync();
        await ImproveAsync();

        var returned = await RegisterAsync(municipality);
        await SendAsync(Chair, new TriageCaseRequest { Id = returned.Id, CaseReturn = new() }, _cases.TriageCaseAsync);
        await HandOverAsync(returned.Id);
        await SendAsync(Officer, new DestroyCaseRequest { Id = returned.Id, Ground = DestructionGround.Request }, _keeping.DestroyCaseAsync);
    }

    private async Task<Case> RegisterAsync(string municipality)
    {
        var request = new RegisterCaseRequest
        {
            MunicipalityId = municipality,
            Identity = new Identity { BirthDate = new Date { Year = 2011, Month = 4, Day = 2 } },
            Siblings = { new Identity { BirthDate = new Date { Year = 2008, Month = 9, Day = 30 } } },
        };
        var file = (await SendAsync(Guide, request, _cases.RegisterCaseAsync)).Case;
        Ids.Add(file.Id);
        var mistyped = request.Clone();
        mistyped.Identity.Bsn = request.Identity.Bsn[..^1] + (char)('0' + ((request.Identity.Bsn[^1] - '0' + 5) % 10));
        canaries.Numbers.Add(mistyped.Identity.Bsn);
        await RefusedAsync(Guide, mistyped, _cases.RegisterCaseAsync);
        await SendAsync(Officer, new FindSubjectRequest { Bsn = request.Identity.Bsn }, _log.FindSubjectAsync);
        return file;
    }

    private async Task<(string Sitting, string Member)> PlanAsync()
    {
        var plan = new PlanSittingRequest { SittingDate = Today, Participants = { new Participant { Relation = ParticipantRelation.Member } } };
        var sitting = (await SendAsync(Chair, plan, _sittings.PlanSittingAsync)).Sitting;
        var invite = new InviteParticipantRequest { Id = sitting.Id, Participant = new() { Relation = ParticipantRelation.Guest } };
        await SendAsync(Chair, invite, _sittings.InviteParticipantAsync);
        await SendAsync(Chair, new WithdrawParticipantRequest { Id = sitting.Id, Subject = invite.Participant.Subject }, _sittings.WithdrawParticipantAsync);
        return (sitting.Id, plan.Participants[0].Subject);
    }

    private async Task AskAsync(Case file)
    {
        var party = new RecordPartyRequest { Id = file.Id, SubjectPseudonym = file.SubjectPseudonym, Kind = ConsentPartyKind.AuthorityHolder };
        var partyId = (await SendAsync(Guide, party, _consents.RecordPartyAsync)).PartyId;
        await SendAsync(
            Guide,
            new RecordConsentRequest { Id = file.Id, PartyId = partyId, Purpose = ConsentPurpose.Disclosure, Answer = ConsentAnswer.Refused, Day = Today },
            _consents.RecordConsentAsync);
        await SendAsync(
            Guide,
            new RecordGroundRequest { Id = file.Id, Purpose = ConsentPurpose.Disclosure, Ground = LegalGround.StatutoryTask, Validity = new() { StartDate = Today } },
            _consents.RecordGroundAsync);
    }

    private async Task StaffAsync(string id)
    {
        var since = new Date { Year = 2015, Month = 1, Day = 1 };
        var guide = (await SendAsync(
            Chair, new RecordStaffMemberRequest { Kind = StaffKind.Guide, MinutesPerMonth = 520, StartDate = since }, _capacity.RecordStaffMemberAsync)).Member;
        var broker = (await SendAsync(
            Chair, new RecordStaffMemberRequest { Kind = StaffKind.CareBroker, MinutesPerMonth = 8_000, StartDate = since }, _capacity.RecordStaffMemberAsync)).Member;
        // Before the terms that hold, so that nothing is measured by it.
        await SendAsync(Chair, new RecordCapacityTermRequest { StartDate = since, CasesPerGuide = 6, CasesInAll = 36 }, _capacity.RecordCapacityTermAsync);
        // Far off, and for each municipality from another day.
        var setting = new TermSetting { Term = Term.WorklistDays, Value = 14, StartDate = new Date { Year = 2090, Month = 1, Day = 1 + Ids.Count }, Source = new() };
        await SendAsync("regiomanager", new SetTermRequest { Setting = setting }, _terms.SetTermAsync);
        await SendAsync(Chair, new AssignGuideRequest { Id = id, GuideId = guide.Id }, _capacity.AssignGuideAsync);
        await SendAsync(Chair, new EndGuideRequest { Id = id }, _capacity.EndGuideAsync);
        await SendAsync(Guide, new AssignCareBrokerRequest { Id = id, CareBrokerId = broker.Id }, _capacity.AssignCareBrokerAsync);
        await SendAsync(Guide, new AssignLeadRequest { Id = id }, _followUp.AssignLeadAsync);
    }

    private async Task HandOverAsync(string id)
    {
        var member = new RecordStaffMemberRequest { Kind = StaffKind.Chair, MinutesPerMonth = 480, StartDate = new Date { Year = 2015, Month = 1, Day = 1 } };
        var chair = (await SendAsync(Chair, member, _capacity.RecordStaffMemberAsync)).Member.Subject;
        await SendAsync(Chair, new AssignChairRequest { Id = id, Chair = chair }, _followUp.AssignChairAsync);
        await SendAsync("regiomanager", new HandOverCasesRequest { ToChair = chair }, _capacity.HandOverCasesAsync);
    }

    private async Task TableAsync(string id, string sitting, string member)
    {
        await SendAsync(Guide, new RecordAnalysisRequest { Id = id, Sections = new() }, _cases.RecordAnalysisAsync);
        await SendAsync(Guide, new ShareAnalysisRequest { Id = id, Version = 1 }, _texts.ShareAnalysisAsync);
        await SendAsync(Guide, new ScheduleCaseRequest { Id = id, SittingId = sitting }, _cases.ScheduleCaseAsync);
        var action = (await SendAsync(Guide, new AgreeActionRequest { Id = id, DueDate = Today }, _actions.AgreeActionAsync)).ActionId;
        await SendAsync(Guide, new EndActionRequest { Id = id, ActionId = action }, _actions.EndActionAsync);
        await SendAsync(Guide, new RecordReferenceRequest { Id = id, Kind = ReferenceKind.ReferralIndex, Reference = "VIR-1", Date = Today }, _disclosures.RecordReferenceAsync);
        await SendAsync(Chair, new GiveAdviceRequest { Id = id, Options = { "", "" }, Dissenters = { member } }, _cases.GiveAdviceAsync);
        await SendAsync(Chair, new WriteAdviceLetterRequest { Id = id, Format = LetterFormat.Pdf }, _letters.WriteAdviceLetterAsync);
        await SendAsync(Chair, new RecordDeciderRequest { Id = id, Kind = DeciderKind.CertifiedInstitution }, _deciders.RecordDeciderAsync);
        await SendAsync(Chair, new HandOverCaseRequest { Id = id, MunicipalityId = "GM0118", Date = Today }, _deciders.HandOverCaseAsync);
        await SendAsync(Chair, new DecideCaseRequest { Id = id, FollowAdvice = false }, _cases.DecideCaseAsync);
        await SendAsync(Guide, new RequestPurchaseRequest { Id = id, ProductId = "family-home" }, _cases.RequestPurchaseAsync);
    }

    private async Task ConsultAsync()
    {
        var held = new Consultation { HeldDate = Today, Asker = ConsultationAsker.School, Outcome = ConsultationOutcome.Advised, Minutes = 20 };
        var id = (await SendAsync(Chair, new RecordConsultationRequest { Consultation = held }, _consultations.RecordConsultationAsync)).Consultation.Id;
        await SendAsync(Chair, new GetConsultationRequest { Id = id }, _consultations.GetConsultationAsync);
        await SendAsync(Chair, new ListConsultationsRequest(), _consultations.ListConsultationsAsync);
        await SendAsync(Chair, new PlanLearningMeetingRequest { Kind = LearningKind.Training, MeetingDate = Today }, _learning.PlanLearningMeetingAsync);
    }

    private async Task AnalyseAsync()
    {
        // For each municipality another half-year, long ago, so that nothing is counted in it.
        var drawUp = new DrawUpThreadsRequest { HalfYear = $"{1980 + Ids.Count}-H1" };
        var analysis = (await SendAsync(Chair, drawUp, _threads.DrawUpThreadsAsync)).Analysis.Id;
        var decision = new ThreadDecision { DecidedDate = Today, Measures = { new ThreadMeasure { DueDate = Today } } };
        await SendAsync(Chair, new EstablishThreadsRequest { Id = analysis, Decision = decision }, _threads.EstablishThreadsAsync);
        await SendAsync(Chair, new CheckThreadsRequest { Id = analysis, CheckedDate = Today, Outcome = ThreadCheckOutcome.Solved }, _threads.CheckThreadsAsync);
        await SendAsync(Chair, new GetThreadsRequest { Id = analysis }, _threads.GetThreadsAsync);
        await SendAsync(Chair, new ListThreadsRequest { PageSize = 500 }, _threads.ListThreadsAsync);
    }

    private async Task ImproveAsync()
    {
        var report = new RecordInspectionGapRequest { Subject = GapSubject.OutOfHome, Source = new(), ReportedDate = Today };
        var gap = (await SendAsync(Chair, report, _gaps.RecordInspectionGapAsync)).Gap.Id;
        await SendAsync(Chair, new PlanInspectionGapRequest { Id = gap, Plan = new() { PlannedDate = Today, DueDate = Today } }, _gaps.PlanInspectionGapAsync);
        await SendAsync(Chair, new StartInspectionGapRequest { Id = gap, StartDate = Today }, _gaps.StartInspectionGapAsync);
        var proof = new GapProof { Sha256 = new string('a', 64), DocumentDate = Today };
        await SendAsync(Chair, new AddInspectionProofRequest { Id = gap, Proof = proof }, _gaps.AddInspectionProofAsync);
        await SendAsync(Chair, new SolveInspectionGapRequest { Id = gap, SolvedDate = Today }, _gaps.SolveInspectionGapAsync);
        await SendAsync(Chair, new JudgeInspectionGapRequest { Id = gap, Judgement = new() { JudgedDate = Today, Accepted = true } }, _gaps.JudgeInspectionGapAsync);
        await SendAsync(Chair, new GetInspectionGapRequest { Id = gap }, _gaps.GetInspectionGapAsync);
        await SendAsync(Chair, new ListInspectionGapsRequest { PageSize = 500 }, _gaps.ListInspectionGapsAsync);
    }

    private async Task FollowAsync(string id, string sitting)
    {
        await SendAsync(Guide, new StartExecutionRequest { Id = id }, _followUp.StartExecutionAsync);
        await SendAsync(Guide, Stuck(id), _followUp.ReportStuckAsync);
        await SendAsync(Guide, new ResumeExecutionRequest { Id = id }, _followUp.ResumeExecutionAsync);
        await SendAsync(Guide, Stuck(id), _followUp.ReportStuckAsync);
        await SendAsync(Chair, new EscalateCaseRequest { Id = id, Target = EscalationTarget.PcNoord, CourtOrder = new() { Date = Today } }, _followUp.EscalateCaseAsync);
        var disclose = new DiscloseCaseRequest { Id = id, Recipient = DisclosureRecipient.PcNoord, Parts = { DisclosurePart.Question, DisclosurePart.Ages, DisclosurePart.CourtOrder } };
        var given = (await SendAsync(Chair, disclose, _disclosures.DiscloseCaseAsync)).DisclosureId;
        await SendAsync(Chair, new GetDisclosureRequest { Id = id, DisclosureId = given }, _disclosures.GetDisclosureAsync);
        await SendAsync(Chair, new EndEscalationRequest { Id = id }, _followUp.EndEscalationAsync);
        await SendAsync(Guide, Stuck(id), _followUp.ReportStuckAsync);
        await SendAsync(Guide, new BringBackCaseRequest { Id = id }, _followUp.BringBackCaseAsync);
        await SendAsync(Guide, new ScheduleCaseRequest { Id = id, SittingId = sitting }, _cases.ScheduleCaseAsync);
        await SendAsync(Guide, new BreakThroughRequest { Id = id }, _followUp.BreakThroughAsync);
    }

    private async Task CloseAsync(string id)
    {
        await SendAsync(Guide, new RecordOutcomeRequest { Id = id, Outcome = new() { Result = OutcomeResult.Partly, CareForm = "45A05", Bottlenecks = { Bottleneck.Waiting } } }, _followUp.RecordOutcomeAsync);
        await SendAsync(Guide, new EvaluateCaseRequest { Id = id }, _followUp.EvaluateCaseAsync);
        await SendAsync(Chair, new CloseCaseRequest { Id = id }, _followUp.CloseCaseAsync);
        await SendAsync(Chair, new ReopenCaseRequest { Id = id }, _followUp.ReopenCaseAsync);
        await SendAsync(Officer, new SetLegalHoldRequest { Id = id }, _keeping.SetLegalHoldAsync);
        await SendAsync(Officer, new LiftLegalHoldRequest { Id = id }, _keeping.LiftLegalHoldAsync);
        await SendAsync("table-member", new BreakGlassRequest { Id = id }, _emergencies.BreakGlassAsync);
        LastOpenedInEmergency = id;
    }

    private async Task RectifyAsync(string id, string child)
    {
        var inspect = new InspectFileRequest { Id = id, SubjectPseudonym = child, Applicant = RectificationApplicant.Representative };
        await SendAsync(Officer, inspect, _rights.InspectFileAsync);
        var ask = new RequestRectificationRequest { Id = id, SubjectPseudonym = child, Applicant = RectificationApplicant.Youth, EntryNumber = 1, ReceivedDate = Today };
        var asked = (await SendAsync(Officer, ask, _rights.RequestRectificationAsync)).Rectification.Id;
        await SendAsync(Officer, new ExtendRectificationRequest { Id = id, RectificationId = asked }, _rights.ExtendRectificationAsync);
        var decide = new DecideRectificationRequest { Id = id, RectificationId = asked, Outcome = RectificationState.Corrected };
        await SendAsync(Officer, decide, _rights.DecideRectificationAsync);
        await SendAsync(Officer, new GetRectificationRequest { Id = id, RectificationId = asked }, _rights.GetRectificationAsync);
        await SendAsync(Officer, new ListRectificationsRequest { PageSize = 500 }, _rights.ListRectificationsAsync);
    }

    private async Task ReadAsync(Case file, string sitting)
    {
        await SendAsync(Chair, new GetCaseRequest { Id = file.Id, Purpose = ReadPurpose.Treatment }, _cases.GetCaseAsync);
        await SendAsync(Chair, new ListWorkItemsRequest { PageSize = 500 }, _work.ListWorkItemsAsync);
        await SendAsync(Chair, new ListCasesRequest { PageSize = 500 }, _cases.ListCasesAsync);
        await SendAsync(Chair, new GetAgendaRequest { Id = sitting }, _sittings.GetAgendaAsync);
        await SendAsync(Chair, new GetPackageRequest { Id = sitting }, _sittings.GetPackageAsync);
        await SendAsync(Guide, new GetGroundsRequest { Id = file.Id }, _consents.GetGroundsAsync);
        await SendAsync(Officer, new ListCaseReadsRequest { Id = file.Id }, _cases.ListCaseReadsAsync);
        await SendAsync(Officer, new ListSubjectReadsRequest { SubjectPseudonym = file.SubjectPseudonym }, _log.ListSubjectReadsAsync);
        await SendAsync(Officer, new ListEmergencyAccessesRequest(), _emergencies.ListEmergencyAccessesAsync);
    }

    private static ReportStuckRequest Stuck(string id) => new() { Id = id, Bottlenecks = { Bottleneck.NoSupply } };

    private async Task<TResponse> SendAsync<TRequest, TResponse>(string role, TRequest request, Func<TRequest, CallOptions, AsyncUnaryCall<TResponse>> rpc)
        where TRequest : class, IMessage<TRequest>
    {
        var isWrite = request.Descriptor.FindFieldByName("request_id") is not null;
        if (isWrite)
            GeneratedRequest.WithRequestId(canaries.Fill(request));
        var answer = await rpc(request, await OptionsAsync(role));
        if (!isWrite)
            return answer;
        LastRequestId = FieldWalk.Texts(request).First(text => text.Name == "request_id").Text;
        await RefusedAsync(role, request.Clone(), rpc);
        var tooLong = request.Clone();
        if (FieldWalk.Texts(tooLong).FirstOrDefault(text => text.Text.Contains(canaries.Mark, StringComparison.Ordinal)) is { } spoilt)
        {
            spoilt.Set(new string('x', 200_000) + spoilt.Text);
            await RefusedAsync(role, tooLong, rpc);
        }

        return answer;
    }

    /// <summary>Sends it under another id. What comes of it is of no matter, only where it is told.</summary>
    private async Task RefusedAsync<TRequest, TResponse>(string role, TRequest request, Func<TRequest, CallOptions, AsyncUnaryCall<TResponse>> rpc)
        where TRequest : class, IMessage<TRequest>
    {
        FieldWalk.Texts(request).First(text => text.Name == "request_id").Set(GeneratedRequest.NewId());
        try
        {
            await rpc(request, await OptionsAsync(role));
        }
        catch (RpcException refused)
        {
            Assert.NotEqual(StatusCode.Internal, refused.StatusCode);
        }
    }

    private async Task<CallOptions> OptionsAsync(string role) =>
        new(await suite.AsAsync(role), RunningSuite.Deadline(), TestContext.Current.CancellationToken);
}
