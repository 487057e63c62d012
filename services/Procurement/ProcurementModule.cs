using System.Reflection;
using Regio.Messages;
using Regio.Municipalities.V1;
using Regio.Procurement.CareOrders;
using Regio.Procurement.CareOrders.Groups;
using Regio.Procurement.Contracts;
using Regio.Procurement.Ocds;
using Regio.Procurement.Persistence;
using Regio.Procurement.ReferenceData;
using Regio.Procurement.Supply.Staleness;
using Regio.Procurement.Vault;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Grpc.Clients;
using Regio.ServiceDefaults.Grpc.Watches;
using Regio.ServiceDefaults.Hosting;
using Regio.ServiceDefaults.Messaging;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Security;

namespace Regio.Procurement;

/// <summary>All that this service registers.</summary>
internal static class ProcurementModule
{
    private static readonly Assembly Own = typeof(ProcurementModule).Assembly;

    public static void AddProcurement(this WebApplicationBuilder builder)
    {
        builder.AddPersistence<ProcurementDbContext>("procurementdb");
        builder.AddMessaging<ProcurementDbContext>("procurement", bus =>
        {
            bus.AddConsumersFrom(Own);
            bus.AddKnownReaders(Readers.All);
        });
        builder.AddServiceClient<MunicipalityService.MunicipalityServiceClient>("municipalities");
        builder.AddPolicies(ProcurementPolicies.All);

        var services = builder.Services;
        services.AddValidatorsFrom(Own);
        services.AddConstraintRulesFrom(Own);
        services.AddScoped<IReferenceDataLoader<ProcurementDbContext>, ReferenceDataLoader>();
        services.AddScoped<IReferenceDataLoader<ProcurementDbContext>, EarlierProvidersLoader>();
        services.AddSingleton<ProcurementMetrics>();
        services.AddOptions<OcdsOptions>().BindConfiguration("Ocds");
        services.AddOptions<CareMessageOptions>().BindConfiguration("CareMessages");
        services.AddSingleton(CareKeys.Read(builder.Configuration.GetSection(SealingKeys.Section)));
        services.AddHostedService<CareSealRotation>();
        builder.AddWatchedCareFiles();
        services.AddScoped<GroupIntake>();
        services.AddSingleton<CareMessageQueue>();
        services.AddHostedService(provider => provider.GetRequiredService<CareMessageQueue>());
        services.AddChangeFeed<Contract>("contract_changed");
        services.AddSingleton<MembershipMemory>();
        services.AddSingleton<WatchContracts>();
        services.AddScoped<StoredStaleReports>();
        services.AddHostedService<StaleSupplyWatch>();
        services.AddFeaturesFrom(Own);
    }

    internal static void AddWatchedCareFiles(this WebApplicationBuilder builder)
    {
        const string Setting = $"CareMessages:{nameof(CareMessageOptions.WatchedFolder)}";
        if (string.IsNullOrEmpty(builder.Configuration[Setting]))
            return;
        if (!builder.Environment.IsDevelopment())
            throw new InvalidOperationException($"{Setting} is for a developer's machine: whoever reaches the folder would send messages for everybody. Elsewhere files come by DeliverCareMessage.");
        builder.Services.AddHostedService<WatchedCareFiles>();
    }

    public static void MapProcurement(this WebApplication app) => app.MapGrpcServicesFrom(Own);
}
