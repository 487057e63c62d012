using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.Municipalities.Papers;
using Regio.Municipalities.Register;
using Regio.Municipalities.Rounds;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Municipalities.Persistence;

internal sealed class PaperTextConfiguration : IEntityTypeConfiguration<PaperText>
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public void Configure(EntityTypeBuilder<PaperText> table)
    {
        table.ToTable("paper_text", t =>
        {
            t.HasCheckConstraint("ck_paper_text_kind", "kind in ('CouncilProposal', 'CouncilLetter')");
            t.HasCheckConstraint("ck_paper_text_shared", "municipality_id <> '' or summary = ''");
            t.HasCheckConstraint("ck_paper_text_municipality", "municipality_id = '' or municipality_id ~ '^GM[0-9]{4}$'");
        });
        table.HasKey(t => new { t.RoundId, t.Kind, t.MunicipalityId });
        table.Property(t => t.Version).IsConcurrencyToken();
        table.Property(t => t.Sections).HasColumnType("jsonb").HasConversion(
            sections => JsonSerializer.Serialize(sections, Json),
            stored => JsonSerializer.Deserialize<List<PaperSection>>(stored, Json)!,
            new ValueComparer<IReadOnlyList<PaperSection>>((a, b) => a!.SequenceEqual(b!), sections => sections.Count, sections => sections));
        table.HasOne<Round>().WithMany().HasForeignKey(t => t.RoundId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PublicationRuleConfiguration : IEntityTypeConfiguration<PublicationRule>
{
    public void Configure(EntityTypeBuilder<PublicationRule> table)
    {
        table.ToTable("publication_rule", t => t.HasCheckConstraint("ck_publication_rule_lines", "most_lines between 1 and 100 and line_characters between 20 and 200"));
        table.HasKey(r => new { r.MunicipalityId, r.StartsOn });
        table.HasSource(r => r.Source);
        table.HasOne<Municipality>().WithMany().HasForeignKey(r => r.MunicipalityId).OnDelete(DeleteBehavior.Restrict);
    }
}
