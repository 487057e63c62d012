using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.Municipalities.Glossary;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Municipalities.Persistence;

internal sealed class GlossaryConfiguration : IEntityTypeConfiguration<GlossaryMeaning>
{
    public void Configure(EntityTypeBuilder<GlossaryMeaning> table)
    {
        table.ToTable("glossary_meaning", t => t.HasCheckConstraint("ck_glossary_meaning_code", "code ~ '^[A-Za-z]+$' and term <> ''"));
        table.HasKey(m => new { m.Term, m.Code });
        table.HasSource(m => m.Source);
    }
}
