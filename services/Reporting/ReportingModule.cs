using MassTransit;
using Regio.Reporting.Catalogue;
using Regio.Reporting.Computing;
using Regio.Reporting.Exports;
using Regio.Reporting.Figures;
using Regio.Reporting.Importing;
using Regio.Reporting.Monitor;
using Regio.Reporting.Pages;
using Regio.Reporting.Persistence;
using Regio.Reporting.Projection;
using Regio.Reporting.Rebuild;
using Regio.Reporting.Reports;
using Regio.Reporting.Suppression;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Messaging;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Security;

namespace Regio.Reporting;

/// <summary>All that this service registers.</summary>
internal static class ReportingModule
{
    public static void AddReporting(this WebApplicationBuilder builder)
    {
        builder.AddPersistence<ReportingDbContext>("reportingdb");
        builder.AddMessaging<ReportingDbContext>("reporting", bus =>
        {
            bus.AddConsumer<OnMunicipalityRecorded, OnMunicipalityRecordedDefinition>();
            bus.AddConsumer<OnAllocationKeyAdopted, OnAllocationKeyAdoptedDefinition>();
            bus.AddConsumer<OnCostAllocated, OnCostAllocatedDefinition>();
            bus.AddConsumer<OnContractSigned, OnContractSignedDefinition>();
            bus.AddConsumer<OnContractTerminated, OnContractTerminatedDefinition>();
            bus.AddConsumer<OnCaseStateChanged, OnCaseStateChangedDefinition>();
        });
        builder.AddHistoryClients();
        builder.AddPolicies(ReportingPolicies.All);

        var services = builder.Services;
        services.AddValidatorsFrom(typeof(ReportingModule).Assembly);
        services.AddScoped<IReferenceDataLoader<ReportingDbContext>, IndicatorLoader>();
        services.AddScoped<IReferenceDataLoader<ReportingDbContext>, FigureLoader>();
        services.AddScoped<IReferenceDataLoader<ReportingDbContext>, PolicyLoader>();
        services.AddScoped<PolicyReader>();
        services.AddScoped<ShieldReader>();
        services.AddSingleton<HiddenCells>();
        services.AddScoped<ListSuppressionPolicies>();
        services.AddScoped<AdoptSuppressionPolicy>();
        services.AddSingleton(new ConstraintRule("ex_suppression_policy_one_per_day", SuppressionRules.LaterPolicy, "policy.period.start_date"));
        services.AddScoped<AllocationReader>();
        services.AddScoped<FigureReader>();
        services.AddScoped<ContractReader>();
        services.AddScoped<CaseReader>();
        services.AddScoped<ProgressReader>();
        services.AddScoped<MonitorReader>();
        services.AddScoped<GetMonitor>();
        services.AddScoped<RebuildProjection>();
        services.AddScoped<CatalogueReader>();
        services.AddScoped<ListIndicators>();
        services.AddScoped<ListObservations>();
        services.AddScoped<ComputeRatio>();
        services.AddScoped<ImportObservations>();
        services.AddScoped<IReferenceDataLoader<ReportingDbContext>, SeriesBreakLoader>();
        services.AddScoped<FigureSetReader>();
        services.AddScoped<ExplainCost>();
        services.AddScoped<AnalyseSeries>();
        services.AddScoped<CompareAreas>();
        services.AddScoped<CheckBalance>();
        services.AddScoped<AnalysisReader>();
        services.AddScoped<SetIndicatorTarget>();
        services.AddScoped<ListIndicatorTargets>();
        services.AddSingleton(new ConstraintRule("ex_indicator_target_one_per_day", ComputingRules.LaterTarget, "target.period.start_date"));
        services.AddSingleton<ReportBell>();

        // A process that only answers can be told not to make reports.
        if (builder.Configuration.GetValue("Reports:Make", defaultValue: true))
            services.AddHostedService<ReportDrafter>();
        services.AddScoped<CouncilFiguresReader>();
        services.AddScoped<CorrectionReader>();
        services.AddScoped<DraftEdition>();
        services.AddScoped<GetEdition>();
        services.AddScoped<CheckEdition>();
        services.AddScoped<PublishEdition>();
        services.AddScoped<DownloadReport>();
        services.AddScoped<ArchiveReader>();
        services.AddScoped<ExportReader>();
        services.AddScoped<ExportObservations>();
        services.AddRazorComponents();
    }

    public static void MapReporting(this WebApplication app)
    {
        app.MapGrpcService<MonitorGrpcService>();
        app.MapGrpcService<ProjectionGrpcService>();
        app.MapGrpcService<ObservationGrpcService>();
        app.MapGrpcService<ImportGrpcService>();
        app.MapGrpcService<SuppressionGrpcService>();
        app.MapGrpcService<ReportGrpcService>();
        app.MapGrpcService<ExportGrpcService>();
        app.MapGrpcService<ComputationGrpcService>();
        app.MapMonitorPages();
        app.MapCataloguePages();
        app.MapExportPages();
        app.MapAnalysisPages();
        app.MapReportPages();
    }
}
