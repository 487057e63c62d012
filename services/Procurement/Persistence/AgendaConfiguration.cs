using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.Procurement.Agenda;

namespace Regio.Procurement.Persistence;

internal sealed class TrancheConfiguration : IEntityTypeConfiguration<Tranche>
{
    public void Configure(EntityTypeBuilder<Tranche> table)
    {
        table.ToTable("tranche", t => t.HasCheckConstraint("ck_tranche", "number > 0 and title <> '' and buyer_id <> ''"));
        table.HasKey(t => t.Id);
        table.Property(t => t.Id).ValueGeneratedNever();
        table.Property(t => t.Version).IsConcurrencyToken();
        table.HasIndex(t => new { t.BuyerId, t.Number }).IsUnique();
    }
}

internal sealed class VisionConfiguration : IEntityTypeConfiguration<Vision>
{
    public void Configure(EntityTypeBuilder<Vision> table)
    {
        table.ToTable("vision", t => t.HasCheckConstraint("ck_vision", "version_in_force >= 0 and (version_in_force = 0 or adoption_told_at > 0)"));
        table.HasKey(v => v.RoundId);
        table.Property(v => v.RoundId).ValueGeneratedNever();
        table.Property(v => v.Version).IsConcurrencyToken();
        table.Ignore(v => v.Standing);
    }
}
