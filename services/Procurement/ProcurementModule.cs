using System.Reflection;
using Regio.Messages;
using Regio.Municipalities.V1;
using Regio.Procurement.Catalogue;
using Regio.Procurement.Ceilings;
using Regio.Procurement.Contracts;
using Regio.Procurement.Ocds;
using Regio.Procurement.Persistence;
using Regio.Procurement.Procedures;
using Regio.Procurement.Providers;
using Regio.Procurement.Providers.Facts;
using Regio.Procurement.ReferenceData;
using Regio.Procurement.Tariffs;
using Regio.Procurement.Terms;
using Regio.ServiceDefaults.Errors;
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
        services.AddScoped<IReferenceDataLoader<ProcurementDbContext>, ReferenceDataLoader>();
        services.AddSingleton<ProcurementMetrics>();
        services.AddOptions<OcdsOptions>().BindConfiguration("Ocds");
        services.AddChangeFeed<Contract>("contract_changed");
        services.AddSingleton<MembershipMemory>();
        services.AddSingleton<WatchContracts>();
        AddConstraintRules(services);
        services.AddFeaturesFrom(Own);
    }

    public static void MapProcurement(this WebApplication app) => app.MapGrpcServicesFrom(Own);

    // A constraint of the database that stands for a rule: whoever loses a race is told that rule.
    private static void AddConstraintRules(IServiceCollection services)
    {
        services.AddSingleton(new ConstraintRule("ex_contract_line_active", ContractRules.LineOverlaps));
        services.AddSingleton(new ConstraintRule("pk_product", CatalogueRules.ProductExists, "product.id"));
        services.AddSingleton(new ConstraintRule("ex_scale_rule_one_per_product", CatalogueRules.Raced));
        services.AddSingleton(new ConstraintRule("ex_scale_rule_one_per_level", CatalogueRules.Raced));
        services.AddSingleton(new ConstraintRule("ex_tariff_one_per_day", TariffRules.Raced));
        services.AddSingleton(new ConstraintRule("ex_ceiling_one_per_day", CeilingRules.Overlaps, "ceiling.period"));
        services.AddSingleton(new ConstraintRule("ix_contract_procedure_id_provider_id", ProcedureRules.Contracted, "provider_id"));
        services.AddSingleton(new ConstraintRule("ix_term_setting_term_starts_on", TermRules.AlreadySet, "setting.start_date"));
        services.AddSingleton(new ConstraintRule("ck_tariff_no_gap", TariffRules.Gap));
        services.AddSingleton(new ConstraintRule("ex_essential_supply", ProviderFactRules.SupplyOverlaps, "supply.period"));
        services.AddSingleton(new ConstraintRule("ix_provider_agb_code", ProviderRules.Exists, "provider.agb_code"));
    }
}
