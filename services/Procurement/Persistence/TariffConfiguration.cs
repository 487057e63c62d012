using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.Procurement.Contracts;
using Regio.Procurement.Tariffs;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Procurement.Persistence;

internal sealed class TariffConfiguration : IEntityTypeConfiguration<Tariff>
{
    public void Configure(EntityTypeBuilder<Tariff> table)
    {
        table.ToTable("tariff", t =>
        {
            t.HasCheckConstraint("ck_tariff_cents", $"cents between 1 and {ContractRules.MostTariffCents}");
            t.HasCheckConstraint("ck_tariff_in_force", "in_force <@ validity and (state = 'Adopted') = (in_force is not null)");
            t.HasCheckConstraint(
                "ck_tariff_elements",
                "substantiation = '' or client_hours_cents + other_hours_cents + other_client_cents + overhead_cents + indexation_cents = cents");
        });
        table.HasKey(t => t.Id);
        table.Property(t => t.Id).ValueGeneratedNever();
        table.Property(t => t.Version).IsConcurrencyToken();
        table.ComplexProperty(t => t.Elements, elements =>
        {
            elements.Property(e => e.ClientHoursCents).HasColumnName("client_hours_cents");
            elements.Property(e => e.OtherHoursCents).HasColumnName("other_hours_cents");
            elements.Property(e => e.OtherClientCents).HasColumnName("other_client_cents");
            elements.Property(e => e.OverheadCents).HasColumnName("overhead_cents");
            elements.Property(e => e.IndexationCents).HasColumnName("indexation_cents");
        });
        table.HasIndex(t => new { t.ContractId, t.Id });
        table.HasIndex(t => t.LineId);
        table.HasOne<Contract>().WithMany().HasForeignKey(t => t.ContractId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<ContractLine>().WithMany().HasForeignKey(t => t.LineId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(t => t.Objections).WithOne().HasForeignKey("TariffId").IsRequired().OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class TariffObjectionConfiguration : IEntityTypeConfiguration<TariffObjection>
{
    public void Configure(EntityTypeBuilder<TariffObjection> table)
    {
        table.ToTable("tariff_objection", t => t.HasCheckConstraint("ck_tariff_objection_answer", "(state = 'Open') = (reason = '')"));
        table.HasKey(o => o.Id);
        table.Property(o => o.Id).ValueGeneratedNever();
    }
}

internal sealed class TariffIndexConfiguration : IEntityTypeConfiguration<TariffIndex>
{
    public void Configure(EntityTypeBuilder<TariffIndex> table)
    {
        table.ToTable("tariff_index");
        table.HasKey(i => i.Id);
        table.Property(i => i.Id).ValueGeneratedNever();
        table.Property(i => i.ForecastPercent).HasColumnType("numeric(9,4)");
        table.Property(i => i.DefinitivePercent).HasColumnType("numeric(9,4)");
        table.HasSource(i => i.Source);
        table.HasIndex(i => new { i.Year, i.Kind });
    }
}
