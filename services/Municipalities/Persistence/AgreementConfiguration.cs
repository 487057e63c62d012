using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.Municipalities.Agreements;
using Regio.Municipalities.Register;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Municipalities.Persistence;

internal sealed class AgreementConfiguration : IEntityTypeConfiguration<Agreement>
{
    /// <summary>Shadow column of the tables below an agreement.</summary>
    public const string AgreementId = "AgreementId";

    public void Configure(EntityTypeBuilder<Agreement> table)
    {
        table.ToTable("agreement", t =>
        {
            t.HasCheckConstraint("ck_agreement_form", "(kind = 'JointArrangement') = (form is not null)");
            t.HasCheckConstraint("ck_agreement_signed", "(signed_on is null) = (content_hash = '') and (signed_on is null or validity is not null)");
            t.HasCheckConstraint("ck_agreement_terminated", "(notice_on is null) = (termination_reason = '') and (notice_on is null or not upper_inf(validity))");
            t.HasCheckConstraint("ck_agreement_parties", "cardinality(municipality_ids) > 0");
            t.HasCheckConstraint("ck_agreement_terms", "notice_months >= 0 and alert_days > 0");
        });
        table.HasKey(a => a.Id);
        table.Property(a => a.Id).ValueGeneratedNever();
        table.Property(a => a.Version).IsConcurrencyToken();
        table.HasIndex(a => a.Reference).IsUnique();
        table.HasIndex(a => new { a.RegionId, a.Id });
        table.HasSource(a => a.Source);
        table.HasOne<Region>().WithMany().HasForeignKey(a => a.RegionId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(a => a.Addenda).WithOne().HasForeignKey(AgreementId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(a => a.Obligations).WithOne().HasForeignKey(AgreementId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(a => a.Alerts).WithOne().HasForeignKey(AgreementId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class AddendumConfiguration : IEntityTypeConfiguration<Addendum>
{
    public void Configure(EntityTypeBuilder<Addendum> table)
    {
        table.ToTable("agreement_addendum", t => t.HasCheckConstraint("ck_agreement_addendum_content_hash", "content_hash ~ '^[0-9a-f]{64}$'"));
        table.Property<Guid>(AgreementConfiguration.AgreementId);
        table.HasKey(AgreementConfiguration.AgreementId, nameof(Addendum.Number));
        table.Property(a => a.Number).ValueGeneratedNever();
    }
}

internal sealed class ObligationConfiguration : IEntityTypeConfiguration<Obligation>
{
    public void Configure(EntityTypeBuilder<Obligation> table)
    {
        table.ToTable("agreement_obligation", t => t.HasCheckConstraint("ck_agreement_obligation_done", "(done_on is null) = (done_note = '')"));
        table.Property<Guid>(AgreementConfiguration.AgreementId);
        table.HasKey(AgreementConfiguration.AgreementId, nameof(Obligation.Number));
        table.Property(o => o.Number).ValueGeneratedNever();
    }
}

internal sealed class AgreementAlertConfiguration : IEntityTypeConfiguration<AgreementAlert>
{
    public void Configure(EntityTypeBuilder<AgreementAlert> table)
    {
        table.ToTable("agreement_alert", t => t.HasCheckConstraint("ck_agreement_alert_obligation", "(kind = 'Obligation') = (obligation_number > 0)"));
        table.Property<Guid>(AgreementConfiguration.AgreementId);
        table.HasKey(a => a.Id);
        table.Property(a => a.Id).ValueGeneratedNever();
        table.HasIndex(a => new { a.DueOn, a.Id });
    }
}
