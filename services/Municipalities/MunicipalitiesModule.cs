using System.Reflection;
using Regio.Messages;
using Regio.Municipalities.Agreements;
using Regio.Municipalities.Assessments;
using Regio.Municipalities.Bodies;
using Regio.Municipalities.Costs;
using Regio.Municipalities.Glossary;
using Regio.Municipalities.HourClaims;
using Regio.Municipalities.Invoices;
using Regio.Municipalities.Laws;
using Regio.Municipalities.Mandates;
using Regio.Municipalities.Memory;
using Regio.Municipalities.Papers;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Planning;
using Regio.Municipalities.ReferenceData;
using Regio.Municipalities.Register;
using Regio.Municipalities.Responsibilities;
using Regio.Municipalities.Rounds.Status;
using Regio.Municipalities.Rounds;
using Regio.Municipalities.Work;
using Regio.ServiceDefaults.Errors;
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
        services.AddSingleton<CompareAllocations>();
        services.AddSingleton<PreviewAllocation>();
        services.AddSingleton<GetCostAllocation>();
        services.AddSingleton<WatchRound>();
        services.AddChangeFeed<Round>("round_changed");
        AddConstraintRules(services);
        services.AddFeaturesFrom(Own);
    }

    public static void MapMunicipalities(this WebApplication app) => app.MapGrpcServicesFrom(Own);

    // A constraint of the database that stands for a rule: whoever loses a race is told that rule.
    private static void AddConstraintRules(IServiceCollection services)
    {
        services.AddSingleton(new ConstraintRule("ex_allocation_key_one_per_purpose", CostRules.KeyOverlaps, "period"));
        services.AddSingleton(new ConstraintRule("ix_cost_allocation_credits_id", CostRules.Credited, "cost_allocation_id"));
        services.AddSingleton(new ConstraintRule("pk_body", BodyRules.Registered, "body.code"));
        services.AddSingleton(new ConstraintRule("ix_agreement_reference", AgreementRules.ReferenceTaken, "agreement.reference"));
        services.AddSingleton(new ConstraintRule("pk_responsibility_topic", ResponsibilityRules.TopicRegistered, "topic.code"));
        services.AddSingleton(new ConstraintRule("ex_responsibility_once", ResponsibilityRules.Recorded, "responsibility.period"));
        services.AddSingleton(new ConstraintRule("pk_invoiced_allocation", InvoiceRules.AllocationInvoiced, "content.items"));
        services.AddSingleton(new ConstraintRule("pk_hour_rate", HourClaimRules.RateSet, "rate.start_date"));
        services.AddSingleton(new ConstraintRule("ex_mandate_grant_one_at_a_time", MandateRules.GrantOverlaps, "period"));
        services.AddSingleton(new ConstraintRule("ix_document_reference_content_hash", MemoryRules.DocumentRecorded, "document.content_hash"));
        services.AddSingleton(new ConstraintRule("ix_document_reference_corrects_id", MemoryRules.DocumentCorrected, "document.corrects_id"));
        services.AddSingleton(new ConstraintRule("pk_glossary_meaning", GlossaryRules.MeaningDefined, "meaning.code"));
        services.AddSingleton(new ConstraintRule("pk_publication_rule", PaperRules.PublicationRuleSet, "rule.start_date"));
        services.AddSingleton(new ConstraintRule("pk_assessment_form", AssessmentRules.FormDefined, "form.code"));
        services.AddSingleton(new ConstraintRule("ix_assessment_once", AssessmentRules.Recorded, "assessment.date"));
        services.AddSingleton(new ConstraintRule("ix_work_item_region_id_reference", WorkRules.ReferenceTaken, "item.reference"));
        services.AddSingleton(new ConstraintRule("ix_plan_region_id_title", PlanningRules.TitleTaken, "plan.title"));
        services.AddSingleton(new ConstraintRule("pk_law", LawRules.Registered, "law.code"));
        services.AddSingleton(new ConstraintRule("ix_decision_round_reference", RoundRules.ReferenceTaken, "reference"));
    }
}
