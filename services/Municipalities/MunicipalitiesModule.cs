using System.Reflection;
using Regio.Messages;
using Regio.Municipalities.Costs;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.ReferenceData;
using Regio.Municipalities.Register;
using Regio.Municipalities.Rounds.Status;
using Regio.Municipalities.Rounds;
using Regio.ServiceDefaults.Grpc.Watches;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Hosting;
using Regio.ServiceDefaults.Messaging;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities;

/// <summary>All that this service registers.</summary>
internal static class MunicipalitiesModule
{
    private static readonly Assembly Own = typeof(MunicipalitiesModule).Assembly;

    public static void AddMunicipalities(this WebApplicationBuilder builder)
    {
        builder.AddPersistence<MunicipalitiesDbContext>("municipalitiesdb");
        builder.AddMessaging<MunicipalitiesDbContext>("municipalities", bus => bus.AddKnownReaders(Readers.All));
        builder.AddPolicies(MunicipalitiesPolicies.All);

        var services = builder.Services;
        services.AddValidatorsFrom(Own);
        services.AddConstraintRulesFrom(Own);
        services.AddScoped<IReferenceDataLoader<MunicipalitiesDbContext>, ReferenceDataLoader>();
        services.AddScoped<IReferenceDataLoader<MunicipalitiesDbContext>, EarlierFactsLoader>();
        services.AddSingleton<RegisterCache>();
        services.AddHostedService<RegisterChangeListener>();
        services.AddSingleton<RoundHandOver>();
        services.AddHostedService<HandOverOfRounds>();

        services.AddSingleton<GetMunicipality>();
        services.AddSingleton<ListMunicipalities>();
        services.AddSingleton<ListRegions>();
        services.AddSingleton<ListMemberships>();
        services.AddSingleton<BatchGetMemberships>();
        services.AddSingleton<RegisterHistory>();
        services.AddSingleton<ListRegionRoles>();
        services.AddSingleton<ListClaims>();

        services.AddSingleton<GetAllocationKey>();
        services.AddSingleton<CompareAllocations>();
        services.AddSingleton<PreviewAllocation>();
        services.AddSingleton<GetCostAllocation>();
        services.AddSingleton<WatchRound>();
        services.AddChangeFeed<Round>("round_changed");
        services.AddFeaturesFrom(Own);
    }

    public static void MapMunicipalities(this WebApplication app) => app.MapGrpcServicesFrom(Own);
}
