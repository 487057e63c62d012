using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.ExpertTable.Consultations;

namespace Regio.ExpertTable.Persistence;

internal sealed class ConsultationConfiguration : IEntityTypeConfiguration<Consultation>
{
    public void Configure(EntityTypeBuilder<Consultation> table)
    {
        table.ToTable("consultation", t =>
        {
            t.HasCheckConstraint("ck_consultation_minutes", $"minutes between 1 and {ConsultationRules.MostMinutes}");
            t.HasCheckConstraint("ck_consultation_destroyed", "(destroyed_on is null) = (sealed <> '') and (destroyed_on is null or key_id = '')");
        });
        table.HasKey(c => c.Id);
        table.Property(c => c.Id).ValueGeneratedNever();
        table.PrimitiveCollection(c => c.Bottlenecks).ElementType().HasConversion<string>();
        table.HasIndex(c => c.HeldOn);
        table.HasIndex(c => c.KeyId);
    }
}
