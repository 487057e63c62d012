using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.Procurement.Terms;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Procurement.Persistence;

internal sealed class TermConfiguration : IEntityTypeConfiguration<TermSetting>
{
    public void Configure(EntityTypeBuilder<TermSetting> table)
    {
        table.ToTable("term_setting", t => t.HasCheckConstraint("ck_term_setting", "value between 0 and 366 and ground <> ''"));
        table.HasKey(s => s.Id);
        table.Property(s => s.Id).ValueGeneratedNever();
        table.Property(s => s.RecordedAt).HasDefaultValueSql("now()");
        table.HasSource(s => s.Source);
        table.HasIndex(s => new { s.Term, s.StartsOn }).IsUnique();
    }
}
