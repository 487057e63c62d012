using System.Reflection;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.Consultations;
using Regio.ExpertTable.Persistence;
using Regio.ExpertTable.Reads;
using Regio.ExpertTable.Vault;
using Regio.Messages;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Grpc.Clients;
using Regio.ServiceDefaults.Grpc.Watches;
using Regio.ServiceDefaults.Hosting;
using Regio.ServiceDefaults.Messaging;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable;

/// <summary>All that this service registers.</summary>
internal static class ExpertTableModule
{
    private static readonly Assembly Own = typeof(ExpertTableModule).Assembly;

    public static void AddExpertTable(this WebApplicationBuilder builder)
    {
        builder.AddPersistence<ExpertTableDbContext>("experttabledb");
        builder.AddMessaging<ExpertTableDbContext>("experttable", bus =>
        {
            bus.AddConsumersFrom(Own);
            bus.AddKnownReaders(Readers.All);
        });
        builder.AddServiceClient<MunicipalityService.MunicipalityServiceClient>("municipalities");
        builder.AddPolicies(ExpertTablePolicies.All);

        var services = builder.Services;
        services.AddValidatorsFrom(Own);
        services.AddConstraintRulesFrom(Own);
        services.AddChangeFeed<Case>("case_changed");
        builder.AddVault();
        services.AddReadLog();
        services.AddSingleton<WatchCases>();
        services.AddFeaturesFrom(Own);
    }

    public static void MapExpertTable(this WebApplication app) => app.MapGrpcServicesFrom(Own);

    private static void AddVault(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(VaultKeys.Read(builder.Configuration.GetSection(VaultKeys.Section)));
        services.AddSingleton(new BsnPolicy(TestNumbersAllowed: builder.Environment.IsDevelopment()));
        services.AddSingleton<FileSeal>();
        services.AddSingleton<ConsultationSeal>();
        services.AddHostedService<SealRotation>();
    }

    private static void AddReadLog(this IServiceCollection services)
    {
        services.AddSingleton(provider => new ReadChain(provider.GetRequiredService<VaultKeys>().ReadLogKey));
        services.AddHostedService<ReadLogSealer>();
    }
}
