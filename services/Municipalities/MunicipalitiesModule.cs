using Regio.Messages.Municipalities.V1;
using Regio.Municipalities.Agreements;
using Regio.Municipalities.Assessments;
using Regio.Municipalities.Bodies;
using Regio.Municipalities.Costs;
using Regio.Municipalities.Funds;
using Regio.Municipalities.Glossary;
using Regio.Municipalities.Goals;
using Regio.Municipalities.Handover;
using Regio.Municipalities.HourClaims;
using Regio.Municipalities.Invoices;
using Regio.Municipalities.Mandates;
using Regio.Municipalities.Meetings;
using Regio.Municipalities.Memory;
using Regio.Municipalities.Papers;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.ReferenceData;
using Regio.Municipalities.Register;
using Regio.Municipalities.Requests;
using Regio.Municipalities.Responsibilities;
using Regio.Municipalities.Rounds.Decisions;
using Regio.Municipalities.Rounds.Status;
using Regio.Municipalities.Rounds.Views;
using Regio.Municipalities.Rounds;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc.Watches;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Messaging;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities;

/// <summary>All that this service registers.</summary>
internal static class MunicipalitiesModule
{
    public static void AddMunicipalities(this WebApplicationBuilder builder)
    {
        builder.AddPersistence<MunicipalitiesDbContext>("municipalitiesdb");
        builder.AddMessaging<MunicipalitiesDbContext>("municipalities", bus => bus
            .AddKnownReader<MunicipalityRecorded>("reporting-on-municipality-recorded")
            .AddKnownReader<AllocationKeyAdopted>("reporting-on-allocation-key-adopted")
            .AddKnownReader<CostAllocated>("reporting-on-cost-allocated")
            .AddKnownReader<RoundChanged>("reporting-on-round-changed"));
        builder.AddPolicies(MunicipalitiesPolicies.All);

        var services = builder.Services;
        services.AddValidatorsFrom(typeof(MunicipalitiesModule).Assembly);
        services.AddScoped<IReferenceDataLoader<MunicipalitiesDbContext>, ReferenceDataLoader>();
        services.AddSingleton<RegisterCache>();
        services.AddHostedService<RegisterChangeListener>();

        services.AddSingleton<GetMunicipality>();
        services.AddSingleton<ListMunicipalities>();
        services.AddSingleton<ListRegions>();
        services.AddSingleton<ListMemberships>();
        services.AddSingleton<BatchGetMemberships>();
        services.AddSingleton<RegisterHistory>();
        services.AddSingleton<ListRegionRoles>();
        services.AddSingleton<ListClaims>();

        services.AddSingleton<GetAllocationKey>();
        services.AddSingleton(new ConstraintRule("ex_allocation_key_one_per_purpose", CostRules.KeyOverlaps, "period"));
        services.AddSingleton(new ConstraintRule("ix_cost_allocation_credits_id", CostRules.Credited, "cost_allocation_id"));
        services.AddScoped<ListAllocationKeys>();
        services.AddScoped<DraftAllocationKey>();
        services.AddScoped<AdoptAllocationKey>();
        services.AddSingleton<CompareAllocations>();
        services.AddScoped<CreditCostAllocation>();
        services.AddSingleton<PreviewAllocation>();
        services.AddScoped<AllocateCost>();
        services.AddSingleton<GetCostAllocation>();
        services.AddScoped<ListCostAllocations>();
        services.AddScoped<Once>();
        AddBodies(services);
        AddMeetings(services);
        AddAgreements(services);
        AddResponsibilities(services);
        AddInvoices(services);
        AddFunds(services);
        AddHourClaims(services);
        AddRounds(services);
        AddMandates(services);
        AddMemory(services);
        AddPapers(services);
        AddAssessments(services);
    }

    public static void MapMunicipalities(this WebApplication app)
    {
        app.MapGrpcService<MunicipalityGrpcService>();
        app.MapGrpcService<CostGrpcService>();
        app.MapGrpcService<RoundGrpcService>();
        app.MapGrpcService<RoundStatusGrpcService>();
        app.MapGrpcService<FormalViewGrpcService>();
        app.MapGrpcService<CouncilDecisionGrpcService>();
        app.MapGrpcService<MandateGrpcService>();
        app.MapGrpcService<MeetingGrpcService>();
        app.MapGrpcService<HourClaimGrpcService>();
        app.MapGrpcService<FundGrpcService>();
        app.MapGrpcService<InvoiceGrpcService>();
        app.MapGrpcService<ResponsibilityGrpcService>();
        app.MapGrpcService<AgreementGrpcService>();
        app.MapGrpcService<BodyGrpcService>();
        app.MapGrpcService<MemoryGrpcService>();
        app.MapGrpcService<GlossaryGrpcService>();
        app.MapGrpcService<HandoverGrpcService>();
        app.MapGrpcService<PaperGrpcService>();
        app.MapGrpcService<AssessmentGrpcService>();
        app.MapGrpcService<GoalGrpcService>();
    }

    private static void AddBodies(IServiceCollection services)
    {
        services.AddSingleton(new ConstraintRule("pk_body", BodyRules.Registered, "body.code"));
        services.AddScoped<RegisterBody>();
        services.AddScoped<AddSeat>();
        services.AddScoped<CloseSeat>();
        services.AddScoped<RecordHolder>();
        services.AddScoped<RecordDeparture>();
        services.AddScoped<SetQuorum>();
        services.AddScoped<CheckQuorum>();
        services.AddScoped<GetBody>();
        services.AddScoped<ListBodies>();
        services.AddScoped<ListVacancies>();
        services.AddScoped<RecordOutsideMeeting>();
        services.AddScoped<RecordReport>();
        services.AddScoped<ListOutsideMeetings>();
    }

    private static void AddMeetings(IServiceCollection services)
    {
        services.AddScoped<PlanMeeting>();
        services.AddScoped<PutOnAgenda>();
        services.AddScoped<AnnotateItem>();
        services.AddScoped<CancelMeeting>();
        services.AddScoped<RecordMeeting>();
        services.AddScoped<RecordItemDecision>();
        services.AddScoped<GetMeeting>();
        services.AddScoped<ListMeetings>();
        services.AddScoped<ListItemDecisions>();
    }

    private static void AddAgreements(IServiceCollection services)
    {
        services.AddSingleton(new ConstraintRule("ix_agreement_reference", AgreementRules.ReferenceTaken, "agreement.reference"));
        services.AddScoped<DraftAgreement>();
        services.AddScoped<BringIntoForce>();
        services.AddScoped<AddAddendum>();
        services.AddScoped<TerminateAgreement>();
        services.AddScoped<AddObligation>();
        services.AddScoped<FulfilObligation>();
        services.AddScoped<GetAgreement>();
        services.AddScoped<ListAgreements>();
        services.AddScoped<ListAgreementAlerts>();
    }

    private static void AddResponsibilities(IServiceCollection services)
    {
        services.AddSingleton(new ConstraintRule("pk_responsibility_topic", ResponsibilityRules.TopicRegistered, "topic.code"));
        services.AddSingleton(new ConstraintRule("ex_responsibility_once", ResponsibilityRules.Recorded, "responsibility.period"));
        services.AddScoped<RegisterTopic>();
        services.AddScoped<RecordResponsibility>();
        services.AddScoped<EndResponsibility>();
        services.AddScoped<ListResponsibilities>();
    }

    private static void AddInvoices(IServiceCollection services)
    {
        services.AddSingleton(new ConstraintRule("pk_invoiced_allocation", InvoiceRules.AllocationInvoiced, "content.items"));
        services.AddScoped<InvoiceRunReader>();
        services.AddScoped<PreviewInvoiceRun>();
        services.AddScoped<IssueInvoiceRun>();
        services.AddScoped<GetInvoiceRun>();
        services.AddScoped<ListInvoiceRuns>();
    }

    private static void AddFunds(IServiceCollection services)
    {
        services.AddScoped<RegisterFund>();
        services.AddScoped<ApplyToFund>();
        services.AddScoped<RecordFundGrant>();
        services.AddScoped<CommitFund>();
        services.AddScoped<SpendFund>();
        services.AddScoped<RepayFund>();
        services.AddScoped<GetFund>();
        services.AddScoped<ListFunds>();
        services.AddScoped<GetFundAccount>();
    }

    private static void AddHourClaims(IServiceCollection services)
    {
        services.AddSingleton(new ConstraintRule("pk_hour_rate", HourClaimRules.RateSet, "rate.start_date"));
        services.AddScoped<SetHourRate>();
        services.AddScoped<GetHourRate>();
        services.AddScoped<ClaimHours>();
        services.AddScoped<CancelHourClaim>();
        services.AddScoped<ListHourClaims>();
    }

    private static void AddMandates(IServiceCollection services)
    {
        services.AddSingleton(new ConstraintRule("ex_mandate_grant_one_at_a_time", MandateRules.GrantOverlaps, "period"));
        services.AddScoped<CreateMandate>();
        services.AddScoped<RecordGrant>();
        services.AddScoped<RecordWithdrawal>();
        services.AddScoped<RecordConsent>();
        services.AddScoped<CheckMandate>();
        services.AddScoped<RecordMandatedAct>();
        services.AddScoped<RecordRatification>();
        services.AddScoped<GetMandate>();
        services.AddScoped<ListMandates>();
        services.AddScoped<ListMandatedActs>();
    }

    private static void AddMemory(IServiceCollection services)
    {
        services.AddSingleton(new ConstraintRule("ix_document_reference_content_hash", MemoryRules.DocumentRecorded, "document.content_hash"));
        services.AddSingleton(new ConstraintRule("ix_document_reference_corrects_id", MemoryRules.DocumentCorrected, "document.corrects_id"));
        services.AddScoped<ListTimelineEntries>();
        services.AddScoped<RecordDocument>();
        services.AddScoped<GetDocument>();
        services.AddScoped<RebuildTimeline>();
        services.AddSingleton(new ConstraintRule("pk_glossary_meaning", GlossaryRules.MeaningDefined, "meaning.code"));
        services.AddScoped<ListTerms>();
        services.AddScoped<DefineTerm>();
        services.AddScoped<HandoverReader>();
        services.AddScoped<GetHandover>();
    }

    private static void AddPapers(IServiceCollection services)
    {
        services.AddSingleton(new ConstraintRule("pk_publication_rule", PaperRules.PublicationRuleSet, "rule.start_date"));
        services.AddScoped<SetSharedText>();
        services.AddScoped<SetOwnText>();
        services.AddScoped<SetPublicationRule>();
        services.AddScoped<PaperReader>();
        services.AddScoped<WritePaper>();
    }

    private static void AddAssessments(IServiceCollection services)
    {
        services.AddSingleton(new ConstraintRule("pk_assessment_form", AssessmentRules.FormDefined, "form.code"));
        services.AddSingleton(new ConstraintRule("ix_assessment_once", AssessmentRules.Recorded, "assessment.date"));
        services.AddScoped<DefineForm>();
        services.AddScoped<ListForms>();
        services.AddScoped<RecordAssessment>();
        services.AddScoped<ListAssessments>();
        services.AddScoped<GetTrend>();
        services.AddScoped<AddGoalNode>();
        services.AddScoped<UpdateGoalNode>();
        services.AddScoped<GetGoalTree>();
    }

    private static void AddRounds(IServiceCollection services)
    {
        services.AddSingleton(new ConstraintRule("ix_decision_round_reference", RoundRules.ReferenceTaken, "reference"));
        services.AddChangeFeed<Round>("round_changed");
        services.AddScoped<RoundChanges>();
        services.AddScoped<CreateRound>();
        services.AddScoped<OpenPublicComment>();
        services.AddScoped<OpenViews>();
        services.AddScoped<CloseViews>();
        services.AddScoped<StartWeighing>();
        services.AddScoped<PublishDefinitive>();
        services.AddScoped<PublishErratum>();
        services.AddScoped<PutToAdoption>();
        services.AddScoped<ReopenRound>();
        services.AddScoped<WithdrawRound>();
        services.AddScoped<StartAtOwnRisk>();
        services.AddScoped<GetRound>();
        services.AddScoped<ListRounds>();

        services.AddScoped<RecordView>();
        services.AddScoped<RecordPublicComment>();
        services.AddScoped<WeighRemark>();
        services.AddScoped<ListViews>();

        services.AddScoped<PlanDecision>();
        services.AddScoped<RecordDecision>();
        services.AddScoped<RuleOnDecision>();
        services.AddScoped<CompleteFollowUp>();
        services.AddScoped<ListDecisions>();
        services.AddScoped<ListFollowUps>();

        services.AddScoped<OwedReader>();
        services.AddScoped<GetRoundStatus>();
        services.AddScoped<ListOwed>();
        services.AddScoped<ListReminders>();
        services.AddSingleton<WatchRound>();
    }
}
