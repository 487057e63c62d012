using MassTransit;
using Regio.Messages.Procurement.V1;
using Regio.Municipalities.V1;
using Regio.Procurement.Catalogue;
using Regio.Procurement.Ceilings;
using Regio.Procurement.Contracts;
using Regio.Procurement.Ocds;
using Regio.Procurement.Persistence;
using Regio.Procurement.Procedures;
using Regio.Procurement.Providers;
using Regio.Procurement.Purchasing;
using Regio.Procurement.ReferenceData;
using Regio.Procurement.Tariffs;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Grpc.Clients;
using Regio.ServiceDefaults.Grpc.Watches;
using Regio.ServiceDefaults.Messaging;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Security;

namespace Regio.Procurement;

/// <summary>All that this service registers.</summary>
internal static class ProcurementModule
{
    public static void AddProcurement(this WebApplicationBuilder builder)
    {
        builder.AddPersistence<ProcurementDbContext>("procurementdb");
        builder.AddMessaging<ProcurementDbContext>("procurement", bus =>
        {
            bus.AddConsumer<OnRequestPurchase, OnRequestPurchaseDefinition>();
            bus.AddKnownReader<ContractSigned>("reporting-on-contract-signed")
                .AddKnownReader<ContractTerminated>("reporting-on-contract-terminated")
                .AddKnownReader<PurchaseDecided>("experttable-on-purchase-decided");
        });
        builder.AddServiceClient<MunicipalityService.MunicipalityServiceClient>("municipalities");
        builder.AddPolicies(ProcurementPolicies.All);

        var services = builder.Services;
        services.AddValidatorsFrom(typeof(ProcurementModule).Assembly);
        services.AddScoped<IReferenceDataLoader<ProcurementDbContext>, ReferenceDataLoader>();
        services.AddSingleton<ProcurementMetrics>();
        services.AddOptions<OcdsOptions>().BindConfiguration("Ocds");
        services.AddChangeFeed<Contract>("contract_changed");
        services.AddSingleton(new ConstraintRule("ex_contract_line_active", ContractRules.LineOverlaps));
        services.AddSingleton(new ConstraintRule("pk_product", CatalogueRules.ProductExists, "product.id"));
        services.AddSingleton(new ConstraintRule("ex_scale_rule_one_per_product", CatalogueRules.Raced));
        services.AddSingleton(new ConstraintRule("ex_scale_rule_one_per_level", CatalogueRules.Raced));
        services.AddSingleton(new ConstraintRule("ex_tariff_one_per_day", TariffRules.Raced));
        services.AddSingleton(new ConstraintRule("ex_ceiling_one_per_day", CeilingRules.Overlaps, "ceiling.period"));
        services.AddSingleton(new ConstraintRule("ix_contract_procedure_id_provider_id", ProcedureRules.Contracted, "provider_id"));
        services.AddSingleton(new ConstraintRule("ck_tariff_no_gap", TariffRules.Gap));
        services.AddSingleton(new ConstraintRule("ix_provider_agb_code", ProviderRules.Exists, "provider.agb_code"));
        AddFeatures(services);
    }

    public static void MapProcurement(this WebApplication app)
    {
        app.MapGrpcService<CatalogueGrpcService>();
        app.MapGrpcService<ProviderGrpcService>();
        app.MapGrpcService<ContractGrpcService>();
        app.MapGrpcService<TariffGrpcService>();
        app.MapGrpcService<CeilingGrpcService>();
        app.MapGrpcService<ProcedureGrpcService>();
        app.MapGrpcService<PurchaseRequestGrpcService>();
    }

    private static void AddFeatures(IServiceCollection services)
    {
        services.AddScoped<CatalogueReader>();
        services.AddScoped<ListInterventionLevels>();
        services.AddScoped<ResolveScale>();
        services.AddScoped<CreateProduct>();
        services.AddScoped<AdoptScaleRule>();
        services.AddScoped<CountScaleExceptions>();

        services.AddScoped<CreateProvider>();
        services.AddScoped<UpdateProvider>();
        services.AddScoped<GetProvider>();
        services.AddScoped<ListProviders>();

        services.AddSingleton<MembershipMemory>();
        services.AddScoped<Buyers>();
        services.AddScoped<DraftLines>();
        services.AddScoped<CreateContract>();
        services.AddScoped<UpdateContract>();
        services.AddScoped<SignContract>();
        services.AddScoped<AmendContract>();
        services.AddScoped<RenewContract>();
        services.AddScoped<TerminateContract>();
        services.AddScoped<DissolveContract>();
        services.AddScoped<TransferContract>();
        services.AddScoped<GetContract>();
        services.AddScoped<ListContracts>();
        services.AddScoped<BatchGetContractPositions>();
        services.AddSingleton<WatchContracts>();

        services.AddScoped<DraftTariff>();
        services.AddScoped<SubstantiateTariff>();
        services.AddScoped<AdoptTariff>();
        services.AddScoped<ObjectToTariff>();
        services.AddScoped<AnswerTariffObjection>();
        services.AddScoped<GetTariff>();
        services.AddScoped<ListTariffs>();
        services.AddScoped<RecordTariffIndex>();
        services.AddScoped<PreviewIndexation>();

        services.AddScoped<ProposeCeiling>();
        services.AddScoped<RecordCeilingView>();
        services.AddScoped<DecideCeiling>();
        services.AddScoped<RecordCeilingMeeting>();
        services.AddScoped<AdjustCeiling>();
        services.AddScoped<CloseCeiling>();
        services.AddScoped<StoredSpend>();
        services.AddScoped<RecordSpend>();
        services.AddScoped<ImportSpend>();
        services.AddScoped<GetCeiling>();
        services.AddScoped<ListCeilings>();
        services.AddScoped<GetCeilingWarningLetter>();
        services.AddScoped<RecordClientStop>();
        services.AddScoped<LiftClientStop>();
        services.AddScoped<ListClientStops>();

        services.AddScoped<ProcedureReader>();
        services.AddScoped<CreateProcedure>();
        services.AddScoped<RecordProcedureMandate>();
        services.AddScoped<PublishProcedure>();
        services.AddScoped<AskProcedureQuestion>();
        services.AddScoped<AnswerProcedureQuestion>();
        services.AddScoped<PublishProcedureAnswers>();
        services.AddScoped<RecordBid>();
        services.AddScoped<OpenBids>();
        services.AddScoped<AssessBid>();
        services.AddScoped<IntendAward>();
        services.AddScoped<AwardProcedure>();
        services.AddScoped<DraftAwardedContract>();
        services.AddScoped<ReportProcedureBack>();
        services.AddScoped<ConcludeProcedure>();
        services.AddScoped<WithdrawProcedure>();
        services.AddScoped<GetProcedure>();
        services.AddScoped<ListProcedures>();

        services.AddScoped<StoredReleases>();
        services.AddScoped<ExportOcdsReleases>();

        services.AddScoped<ListPurchaseRequests>();
        services.AddScoped<DecidePurchaseRequest>();
    }
}
