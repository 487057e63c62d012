using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.Municipalities.Mandates;
using Regio.Municipalities.Register;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Municipalities.Persistence;

internal sealed class MandateConfiguration : IEntityTypeConfiguration<Mandate>
{
    public void Configure(EntityTypeBuilder<Mandate> table)
    {
        table.ToTable("mandate", t =>
        {
            t.HasCheckConstraint("ck_mandate_limit", "limit_cents >= 0");
            t.HasCheckConstraint("ck_mandate_topics", "cardinality(topics) > 0");
        });
        table.HasKey(m => m.Id);
        table.Property(m => m.Id).ValueGeneratedNever();
        table.Property(m => m.Version).IsConcurrencyToken();
        table.Ignore(m => m.Scope);
        table.HasIndex(m => m.Mandated);
        table.HasIndex(m => new { m.RegionId, m.Id });
        table.HasOne<Region>().WithMany().HasForeignKey(m => m.RegionId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Mandate>().WithMany().HasForeignKey(m => m.ParentId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(m => m.Grants).WithOne().HasForeignKey("MandateId").OnDelete(DeleteBehavior.Restrict);
        table.HasMany(m => m.Consents).WithOne().HasForeignKey("MandateId").OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class MandateGrantConfiguration : IEntityTypeConfiguration<MandateGrant>
{
    public void Configure(EntityTypeBuilder<MandateGrant> table)
    {
        table.ToTable("mandate_grant", t => t.HasCheckConstraint("ck_mandate_grant_validity", "not isempty(validity)"));
        table.Property<Guid>("MandateId");
        table.HasKey("MandateId", nameof(MandateGrant.Number));
        table.Property(g => g.Number).ValueGeneratedNever();
        table.HasSource(g => g.Source);
        table.HasOne<Municipality>().WithMany().HasForeignKey(g => g.MunicipalityId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MandateConsentConfiguration : IEntityTypeConfiguration<MandateConsent>
{
    public void Configure(EntityTypeBuilder<MandateConsent> table)
    {
        table.ToTable("mandate_consent");
        table.Property<Guid>("MandateId");
        table.HasKey("MandateId", nameof(MandateConsent.Party), nameof(MandateConsent.ConsentedOn));
    }
}

internal sealed class MandatedActConfiguration : IEntityTypeConfiguration<MandatedAct>
{
    public void Configure(EntityTypeBuilder<MandatedAct> table)
    {
        table.ToTable("mandated_act", t =>
        {
            t.HasCheckConstraint("ck_mandated_act_amount", "amount_cents >= 0");
            t.HasCheckConstraint("ck_mandated_act_ratify_by", "(state = 'Authorised') = (ratify_by is null)");
        });
        table.HasKey(a => a.Id);
        table.Property(a => a.Id).ValueGeneratedNever();
        table.Property(a => a.Version).IsConcurrencyToken();
        table.HasIndex(a => new { a.State, a.Id });
        table.HasMany(a => a.Authorities).WithOne().HasForeignKey("MandatedActId").OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ActAuthorityConfiguration : IEntityTypeConfiguration<ActAuthority>
{
    public void Configure(EntityTypeBuilder<ActAuthority> table)
    {
        table.ToTable("mandated_act_authority", t =>
        {
            t.HasCheckConstraint("ck_mandated_act_authority_decided", "(ratified is null) = (decided_on is null)");
            t.HasCheckConstraint("ck_mandated_act_authority_asked", "reason <> 'Covered' or (ratified is null and mandate_id is not null)");
        });
        table.Property<Guid>("MandatedActId");
        table.HasKey("MandatedActId", nameof(ActAuthority.MunicipalityId));
        table.HasOne<Municipality>().WithMany().HasForeignKey(a => a.MunicipalityId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Mandate>().WithMany().HasForeignKey(a => a.MandateId).OnDelete(DeleteBehavior.Restrict);
    }
}
