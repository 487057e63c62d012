using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.Procurement.Catalogue;
using Regio.Procurement.Contracts;
using Regio.Procurement.Procedures;
using Regio.Procurement.Providers;

namespace Regio.Procurement.Persistence;

internal sealed class ProviderConfiguration : IEntityTypeConfiguration<Provider>
{
    public void Configure(EntityTypeBuilder<Provider> table)
    {
        table.ToTable("provider", t => t.HasCheckConstraint("ck_provider_agb_code", "agb_code ~ '^[0-9]{8}$'"));
        table.HasKey(p => p.Id);
        table.Property(p => p.Id).ValueGeneratedNever();
        table.Property(p => p.AgbCode);
        table.Property(p => p.Version).IsConcurrencyToken();
        table.HasIndex(p => p.AgbCode).IsUnique();
        table.HasIndex(p => new { p.Name, p.Id });
    }
}

internal sealed class ContractConfiguration : IEntityTypeConfiguration<Contract>
{
    public void Configure(EntityTypeBuilder<Contract> table)
    {
        table.ToTable("contract", t =>
        {
            t.HasCheckConstraint("ck_contract_subject", $"char_length(subject) between 1 and {ContractRules.MostSubjectCharacters}");
            t.HasCheckConstraint(
                "ck_contract_clocks", "notice_months > 0 and (renewal_months = 0) = (most_renewals = 0) and renewals between 0 and most_renewals");
            t.HasCheckConstraint("ck_contract_end", "(state in ('Terminated', 'Dissolved', 'Transferred')) = (end_date is not null)");
        });
        table.Ignore(c => c.Clocks);
        table.Ignore(c => c.NextPosition);
        table.HasKey(c => c.Id);
        table.Property(c => c.Id).ValueGeneratedNever();
        // In the key of the lines' reference, so that the provider of a line is always that of its contract.
        table.HasAlternateKey(c => new { c.Id, c.ProviderId });
        table.Property(c => c.Version).IsConcurrencyToken();
        table.HasIndex(c => new { c.ProviderId, c.Id });
        table.HasIndex(c => new { c.State, c.Id });
        table.HasOne<Provider>().WithMany().HasForeignKey(c => c.ProviderId).OnDelete(DeleteBehavior.Restrict);
        // An award has one contract; one that went on to another provider is no award of its own.
        table.HasIndex(c => new { c.ProcedureId, c.ProviderId }).IsUnique().HasFilter("continues_id is null");
        table.HasOne<Procedure>().WithMany().HasForeignKey(c => c.ProcedureId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Contract>().WithMany().HasForeignKey(c => c.ContinuesId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(c => c.Addenda).WithOne().HasForeignKey("ContractId").IsRequired().OnDelete(DeleteBehavior.Cascade);
        table.HasMany(c => c.Lines).WithOne()
            .HasForeignKey("ContractId", "ProviderId").HasPrincipalKey(c => new { c.Id, c.ProviderId })
            .IsRequired().OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class AddendumConfiguration : IEntityTypeConfiguration<Addendum>
{
    public void Configure(EntityTypeBuilder<Addendum> table)
    {
        table.ToTable("addendum", t => t.HasCheckConstraint("ck_addendum_number", "number > 0"));
        table.HasKey(a => a.Id);
        table.Property(a => a.Id).ValueGeneratedNever();
        table.Property<Guid>("ContractId");
        table.HasIndex("ContractId", nameof(Addendum.Number)).IsUnique();
        table.HasIndex("ContractId", nameof(Addendum.ContractVersion)).IsUnique();
    }
}

internal sealed class ContractLineConfiguration : IEntityTypeConfiguration<ContractLine>
{
    public void Configure(EntityTypeBuilder<ContractLine> table)
    {
        table.ToTable("contract_line", t =>
        {
            t.HasCheckConstraint("ck_contract_line_tariff", $"tariff_cents between 1 and {ContractRules.MostTariffCents}");
            t.HasCheckConstraint("ck_contract_line_exception", "scale_exception is null or exception_ground <> ''");
            t.HasCheckConstraint("ck_contract_line_active", "active <@ validity");
        });
        table.Property<Guid>("ContractId");
        table.Property<Guid>("ProviderId");
        table.HasKey(l => l.Id);
        table.Property(l => l.Id).ValueGeneratedNever();
        table.Ignore(l => l.Subject);
        table.HasOne<ContractLine>().WithMany().HasForeignKey(l => l.ContinuesId).OnDelete(DeleteBehavior.Restrict);
        // Positions are asked by product and buyer, in bulk by provider and day too: ix_contract_line_active_days, which the
        // model cannot say since it holds the days of a period apart.
        table.HasOne<Product>().WithMany().HasForeignKey(l => l.ProductId).OnDelete(DeleteBehavior.Restrict);
    }
}
