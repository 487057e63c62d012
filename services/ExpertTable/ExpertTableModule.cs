using MassTransit;
using Regio.ExpertTable.Capacity;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.Consents;
using Regio.ExpertTable.Emergencies;
using Regio.ExpertTable.Persistence;
using Regio.ExpertTable.Reads;
using Regio.ExpertTable.Retention;
using Regio.ExpertTable.Sittings;
using Regio.ExpertTable.Vault;
using Regio.Messages.ExpertTable.V1;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Grpc.Clients;
using Regio.ServiceDefaults.Grpc.Watches;
using Regio.ServiceDefaults.Messaging;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable;

/// <summary>All that this service registers.</summary>
internal static class ExpertTableModule
{
    public static void AddExpertTable(this WebApplicationBuilder builder)
    {
        builder.AddPersistence<ExpertTableDbContext>("experttabledb");
        builder.AddMessaging<ExpertTableDbContext>("experttable", bus =>
        {
            bus.AddConsumer<OnPurchaseDecided, OnPurchaseDecidedDefinition>();
            bus.AddKnownReader<CaseStateChanged>("reporting-on-case-state-changed");
            bus.AddKnownReader<Messages.Procurement.V1.RequestPurchase>("procurement-on-request-purchase");
        });
        builder.AddServiceClient<MunicipalityService.MunicipalityServiceClient>("municipalities");
        builder.AddPolicies(ExpertTablePolicies.All);

        var services = builder.Services;
        services.AddValidatorsFrom(typeof(ExpertTableModule).Assembly);
        services.AddChangeFeed<Case>("case_changed");
        services.AddConstraintRules();
        builder.AddVault();
        services.AddReadLog();
        services.AddCases();
        services.AddFollowUp();
        services.AddConsents();
        services.AddEmergencies();
        services.AddRetention();
        services.AddSittings();
        services.AddCapacity();
    }

    public static void MapExpertTable(this WebApplication app)
    {
        app.MapGrpcService<CaseGrpcService>();
        app.MapGrpcService<CaseFollowUpGrpcService>();
        app.MapGrpcService<ReadLogGrpcService>();
        app.MapGrpcService<CapacityGrpcService>();
        app.MapGrpcService<SittingGrpcService>();
        app.MapGrpcService<ConsentGrpcService>();
        app.MapGrpcService<RetentionGrpcService>();
        app.MapGrpcService<EmergencyGrpcService>();
    }

    private static void AddConstraintRules(this IServiceCollection services)
    {
        // Of two who change a case at once, the loser may meet what the winner wrote before it meets the version of the row.
        services.AddSingleton(new ConstraintRule("pk_case_entry", Etag.Mismatch));
        services.AddSingleton(new ConstraintRule("pk_case_transition", Etag.Mismatch));
        services.AddSingleton(new ConstraintRule("pk_sitting_participant", Etag.Mismatch));
        services.AddSingleton(new ConstraintRule("ix_sitting_day_label", SittingRules.SittingPresent, "label"));
        services.AddSingleton(new ConstraintRule("ex_staff_member_period", CapacityRules.StaffMemberPresent, "subject"));
    }

    private static void AddVault(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(VaultKeys.Read(builder.Configuration.GetSection(VaultKeys.Section)));
        services.AddSingleton(new BsnPolicy(TestNumbersAllowed: builder.Environment.IsDevelopment()));
        services.AddScoped<SubjectVault>();
        services.AddSingleton<FileSeal>();
        services.AddHostedService<SealRotation>();
    }

    private static void AddReadLog(this IServiceCollection services)
    {
        services.AddSingleton(provider => new ReadChain(provider.GetRequiredService<VaultKeys>().ReadLogKey));
        services.AddScoped<ReadLog>();
        services.AddScoped<ReadLogSeal>();
        services.AddScoped<ReadLogBlank>();
        services.AddHostedService<ReadLogSealer>();
        services.AddScoped<VerifyReadLog>();
        services.AddScoped<FindSubject>();
        services.AddScoped<ListSubjectReads>();
    }

    private static void AddCases(this IServiceCollection services)
    {
        services.AddScoped<CaseFiles>();
        services.AddScoped<MunicipalityRegister>();
        services.AddScoped<CaseChanges>();
        services.AddScoped<RegisterCase>();
        services.AddScoped<TriageCase>();
        services.AddScoped<RecordAnalysis>();
        services.AddScoped<ScheduleCase>();
        services.AddScoped<GiveAdvice>();
        services.AddScoped<DecideCase>();
        services.AddScoped<Cases.RequestPurchase>();
        services.AddScoped<GetCase>();
        services.AddScoped<ListCases>();
        services.AddScoped<ListCaseReads>();
        services.AddSingleton<WatchCases>();
    }

    private static void AddFollowUp(this IServiceCollection services)
    {
        services.AddScoped<BreakThrough>();
        services.AddScoped<StartExecution>();
        services.AddScoped<ReportStuck>();
        services.AddScoped<ResumeExecution>();
        services.AddScoped<EscalateCase>();
        services.AddScoped<EndEscalation>();
        services.AddScoped<BringBackCase>();
        services.AddScoped<RecordOutcome>();
        services.AddScoped<EvaluateCase>();
        services.AddScoped<CloseCase>();
        services.AddScoped<ReopenCase>();
        services.AddScoped<AssignLead>();
        services.AddScoped<EndLead>();
        services.AddScoped<StopClock>();
        services.AddScoped<ResumeClock>();
    }

    private static void AddConsents(this IServiceCollection services)
    {
        services.AddScoped<ConsentFiles>();
        services.AddScoped<RecordParty>();
        services.AddScoped<RecordConsent>();
        services.AddScoped<RecordGround>();
        services.AddScoped<GetGrounds>();
    }

    private static void AddEmergencies(this IServiceCollection services)
    {
        services.AddScoped<EmergencyFiles>();
        services.AddScoped<BreakGlass>();
        services.AddScoped<ListEmergencyAccesses>();
        services.AddScoped<AcknowledgeEmergencyAccess>();
    }

    private static void AddRetention(this IServiceCollection services)
    {
        services.AddScoped<SetLegalHold>();
        services.AddScoped<LiftLegalHold>();
        services.AddScoped<ListDueCases>();
        services.AddScoped<DestroyCase>();
    }

    private static void AddSittings(this IServiceCollection services)
    {
        services.AddScoped<SittingFiles>();
        services.AddScoped<PlanSitting>();
        services.AddScoped<InviteParticipant>();
        services.AddScoped<WithdrawParticipant>();
        services.AddScoped<ListSittings>();
        services.AddScoped<GetAgenda>();
        services.AddScoped<GetPackage>();
    }

    private static void AddCapacity(this IServiceCollection services)
    {
        services.AddScoped<CapacityReader>();
        services.AddScoped<RecordStaffMember>();
        services.AddScoped<EndStaffMember>();
        services.AddScoped<ListStaffMembers>();
        services.AddScoped<RecordCapacityTerm>();
        services.AddScoped<RequestGuide>();
        services.AddScoped<AssignGuide>();
        services.AddScoped<EndGuide>();
        services.AddScoped<AssignCareBroker>();
        services.AddScoped<ListWaitingCases>();
        services.AddScoped<GetCapacity>();
        services.AddScoped<PreviewCapacity>();
    }
}
