using Regio.Messages.Municipalities.V1;
using Regio.Municipalities.Costs;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.ReferenceData;
using Regio.Municipalities.Register;
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
            .AddKnownReader<CostAllocated>("reporting-on-cost-allocated"));
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
        services.AddSingleton<MunicipalityGrpcService>();

        services.AddSingleton<GetAllocationKey>();
        services.AddSingleton<PreviewAllocation>();
        services.AddScoped<AllocateCost>();
        services.AddSingleton<GetCostAllocation>();
        services.AddScoped<ListCostAllocations>();
    }

    public static void MapMunicipalities(this WebApplication app)
    {
        app.MapGrpcService<MunicipalityGrpcService>();
        app.MapGrpcService<CostGrpcService>();
    }
}
