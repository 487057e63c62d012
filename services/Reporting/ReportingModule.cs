using System.Reflection;
using Regio.Reporting.Accounts;
using Regio.Reporting.CareMessages;
using Regio.Reporting.Catalogue;
using Regio.Reporting.Computing;
using Regio.Reporting.Exports;
using Regio.Reporting.Figures;
using Regio.Reporting.Implementation;
using Regio.Reporting.Importing.Files;
using Regio.Reporting.Importing.Tables;
using Regio.Reporting.Monitor;
using Regio.Reporting.Pages;
using Regio.Reporting.Pages.Own;
using Regio.Reporting.Pages.Sessions;
using Regio.Reporting.Persistence;
using Regio.Reporting.Rebuild;
using Regio.Reporting.Reports;
using Regio.Reporting.Rounds;
using Regio.Reporting.Suppression;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Hosting;
using Regio.ServiceDefaults.Messaging;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Security;

namespace Regio.Reporting;

/// <summary>All that this service registers.</summary>
internal static class ReportingModule
{
    private static readonly Assembly Own = typeof(ReportingModule).Assembly;

    public static void AddReporting(this WebApplicationBuilder builder)
    {
        // Its questions ask for few figures out of many. What PostgreSQL expects of them is too high where figures are spread
        // unevenly, and then helpers and compiled code cost many times what the question does.
        builder.AddPersistence<ReportingDbContext>("reportingdb", "max_parallel_workers_per_gather=0", "jit=off");
        builder.AddMessaging<ReportingDbContext>("reporting", bus => bus.AddConsumersFrom(Own));
        builder.AddHistoryClients();
        builder.AddPolicies(ReportingPolicies.All);

        var services = builder.Services;
        services.AddValidatorsFrom(Own);
        services.AddConstraintRulesFrom(Own);
        services.AddScoped<IReferenceDataLoader<ReportingDbContext>, IndicatorLoader>();
        services.AddScoped<IReferenceDataLoader<ReportingDbContext>, FigureLoader>();
        services.AddScoped<IReferenceDataLoader<ReportingDbContext>, PolicyLoader>();
        services.AddSingleton<HiddenCells>();
        services.AddScoped<IReferenceDataLoader<ReportingDbContext>, SeriesBreakLoader>();
        services.AddSingleton<ReportBell>();

        services.AddHttpClient<TableSources>(http =>
            {
                http.Timeout = TimeSpan.FromSeconds(30);
                http.MaxResponseContentBufferSize = TableSources.LargestPage;
            })
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false });

        // A process that only answers can be told to read nothing in without a caller.
        if (builder.Configuration.GetValue("Imports:Fetch", defaultValue: true))
        {
            services.AddHostedService<TableImporter>();
            services.AddHostedService<FileLoader>();
        }

        // A process that only answers can be told not to make reports.
        if (builder.Configuration.GetValue("Reports:Make", defaultValue: true))
            services.AddHostedService<ReportDrafter>();
        services.AddScoped<CouncilFiguresReader>();

        // What the pages ask for; what rpcs and consumers ask for is found.
        services.AddScoped<MonitorReader>();
        services.AddScoped<CatalogueReader>();
        services.AddScoped<ExportReader>();
        services.AddScoped<AnalysisReader>();
        services.AddScoped<ArchiveReader>();
        services.AddScoped<FileReader>();
        services.AddScoped<RoundReader>();
        services.AddScoped<ImplementationReader>();
        services.AddScoped<AccountReader>();
        services.AddScoped<CareMessageReader>();
        services.AddScoped<SessionStore>();
        services.AddSingleton<SessionCookie>();
        services.AddRazorComponents();
        services.AddFeaturesFrom(Own);
    }

    public static void MapReporting(this WebApplication app)
    {
        app.MapGrpcServicesFrom(Own);
        app.MapMonitorPages();
        app.MapCataloguePages();
        app.MapExportPages();
        app.MapAnalysisPages();
        app.MapReportPages();
        app.MapRoundPages();
        app.MapImplementationPages();
        app.MapExpertTablePages();
        app.MapLoginPages();
        app.MapOwnPages();
    }
}
