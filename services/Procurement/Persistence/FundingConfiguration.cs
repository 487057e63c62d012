using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.Procurement.Funding;
using Regio.Procurement.Providers;

namespace Regio.Procurement.Persistence;

internal sealed class SubsidyConfiguration : IEntityTypeConfiguration<Subsidy>
{
    public void Configure(EntityTypeBuilder<Subsidy> table)
    {
        table.ToTable("subsidy", t =>
        {
            t.HasCheckConstraint("ck_subsidy_period", "not upper_inf(validity)");
            t.HasCheckConstraint(
                "ck_subsidy_cents",
                $"asked_cents between 1 and {SubsidyRules.MostCents} and granted_cents between 1 and asked_cents and settled_cents between 0 and granted_cents and paid_cents between 0 and coalesce(granted_cents, 0)");
            t.HasCheckConstraint("ck_subsidy_decided", "(state = 'Applied') = (decided_on is null) and (decided_on is null) = (decision_reason = '')");
            t.HasCheckConstraint(
                "ck_subsidy_granted",
                "(state in ('Granted', 'Accounted', 'Settled')) = (granted_cents is not null) and (granted_cents is null) = (account_due_on is null)");
            t.HasCheckConstraint(
                "ck_subsidy_accounted", "(accounted_on is null) = (settlement_due_on is null) and (state <> 'Accounted' or accounted_on is not null)");
            t.HasCheckConstraint(
                "ck_subsidy_settled",
                "(state = 'Settled') = (settled_cents is not null) and (settled_cents is null) = (settled_on is null) and (settled_on is null) = (payment_due_on is null) and (settled_on is null) = (settlement_reason = '')");
            t.HasCheckConstraint("ck_subsidy_reduction", "coalesce(settled_cents < granted_cents, false) = (reduction is not null)");
            t.HasCheckConstraint("ck_subsidy_order", "decided_on >= applied_on and accounted_on >= decided_on and settled_on >= coalesce(accounted_on, account_due_on + 1)");
        });
        table.HasKey(s => s.Id);
        table.Property(s => s.Id).ValueGeneratedNever();
        table.Property(s => s.Version).IsConcurrencyToken();
        table.Ignore(s => s.DecidedLate);
        table.Ignore(s => s.AccountedLate);
        table.Ignore(s => s.PayableCents);
        table.Ignore(s => s.ReclaimableCents);
        table.HasIndex(s => new { s.ProviderId, s.Id });
        table.HasOne<Provider>().WithMany().HasForeignKey(s => s.ProviderId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(s => s.Payments).WithOne().HasForeignKey("SubsidyId").IsRequired().OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SubsidyPaymentConfiguration : IEntityTypeConfiguration<SubsidyPayment>
{
    public void Configure(EntityTypeBuilder<SubsidyPayment> table)
    {
        table.ToTable("subsidy_payment", t => t.HasCheckConstraint("ck_subsidy_payment", "cents > 0 and number > 0"));
        table.HasKey(p => p.Id);
        table.Property(p => p.Id).ValueGeneratedNever();
        table.Property<Guid>("SubsidyId");
        table.Ignore(p => p.SignedCents);
        table.HasIndex("SubsidyId", nameof(SubsidyPayment.Number)).IsUnique();
    }
}

internal sealed class ProviderFundingConfiguration : IEntityTypeConfiguration<ProviderFunding>
{
    public void Configure(EntityTypeBuilder<ProviderFunding> table)
    {
        table.ToTable("provider_funding", t =>
        {
            t.HasCheckConstraint("ck_provider_funding_cents", $"yearly_cents between 0 and {FundingRules.MostCents} and (kind = 'OpenEnded' or yearly_cents > 0)");
            t.HasCheckConstraint("ck_provider_funding_instalments", "instalments in (1, 4, 12)");
            t.HasCheckConstraint(
                "ck_provider_funding_risk",
                "(kind = 'OpenEnded') = (bearer is not null) and case when bearer = 'Shared' then payer_percent between 1 and 99 else payer_percent = 0 end");
            t.HasCheckConstraint("ck_provider_funding_ground", "ground <> ''");
        });
        table.HasKey(f => f.Id);
        table.Property(f => f.Id).ValueGeneratedNever();
        table.Property(f => f.Version).IsConcurrencyToken();
        table.HasIndex(f => new { f.ProviderId, f.Id });
        table.HasOne<Provider>().WithMany().HasForeignKey(f => f.ProviderId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(f => f.Costs).WithOne().HasForeignKey("FundingId").IsRequired().OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class FundingCostConfiguration : IEntityTypeConfiguration<FundingCost>
{
    public void Configure(EntityTypeBuilder<FundingCost> table)
    {
        table.ToTable("funding_cost", t => t.HasCheckConstraint("ck_funding_cost", "cents >= 0"));
        table.HasKey(c => c.Id);
        table.Property(c => c.Id).ValueGeneratedNever();
    }
}
