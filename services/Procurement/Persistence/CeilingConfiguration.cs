using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.Procurement.Catalogue;
using Regio.Procurement.Ceilings;
using Regio.Procurement.Contracts;
using Regio.Procurement.Providers;

namespace Regio.Procurement.Persistence;

internal sealed class CeilingConfiguration : IEntityTypeConfiguration<Ceiling>
{
    public void Configure(EntityTypeBuilder<Ceiling> table)
    {
        table.ToTable("ceiling", t =>
        {
            t.HasCheckConstraint("ck_ceiling_amount", "amount_cents > 0");
            t.HasCheckConstraint("ck_ceiling_clocks", "warning_percent between 1 and 100 and view_days > 0 and meeting_days > 0");
            t.HasCheckConstraint("ck_ceiling_warning", "num_nulls(warned_on, warned_cents, warned_amount_cents, meeting_due_on) in (0, 4)");
        });
        table.HasKey(c => c.Id);
        table.Property(c => c.Id).ValueGeneratedNever();
        table.Property(c => c.Version).IsConcurrencyToken();
        table.Ignore(c => c.MeetingLate);
        table.ComplexProperty(c => c.Clocks, clocks =>
        {
            clocks.Property(c => c.WarningPercent).HasColumnName("warning_percent");
            clocks.Property(c => c.ViewDays).HasColumnName("view_days");
            clocks.Property(c => c.MeetingDays).HasColumnName("meeting_days");
        });
        table.HasIndex(c => new { c.ContractId, c.Id });
        table.HasIndex(c => new { c.State, c.Id });
        table.HasOne<Contract>().WithMany().HasForeignKey(c => c.ContractId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Provider>().WithMany().HasForeignKey(c => c.ProviderId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(c => c.Decisions).WithOne().HasForeignKey("CeilingId").IsRequired().OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class CeilingDecisionConfiguration : IEntityTypeConfiguration<CeilingDecision>
{
    public void Configure(EntityTypeBuilder<CeilingDecision> table)
    {
        table.ToTable("ceiling_decision", t => t.HasCheckConstraint("ck_ceiling_decision", "amount_cents > 0 and reason <> ''"));
        table.HasKey(d => d.Id);
        table.Property(d => d.Id).ValueGeneratedNever();
    }
}

internal sealed class SpendConfiguration : IEntityTypeConfiguration<Spend>
{
    public void Configure(EntityTypeBuilder<Spend> table)
    {
        table.ToTable("spend", t => t.HasCheckConstraint("ck_spend_month", "extract(day from month) = 1"));
        table.HasKey(s => new { s.ContractId, s.ProductId, s.MunicipalityId, s.Month, s.AlwaysPaid });
        table.HasOne<Contract>().WithMany().HasForeignKey(s => s.ContractId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Product>().WithMany().HasForeignKey(s => s.ProductId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ClientStopConfiguration : IEntityTypeConfiguration<ClientStop>
{
    public void Configure(EntityTypeBuilder<ClientStop> table)
    {
        table.ToTable("client_stop");
        table.HasKey(s => s.Id);
        table.Property(s => s.Id).ValueGeneratedNever();
        table.Property(s => s.Version).IsConcurrencyToken();
        table.Ignore(s => s.AnnouncedLate);
        table.HasIndex(s => s.ProviderId);
        table.HasOne<Provider>().WithMany().HasForeignKey(s => s.ProviderId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Product>().WithMany().HasForeignKey(s => s.ProductId).OnDelete(DeleteBehavior.Restrict);
    }
}
