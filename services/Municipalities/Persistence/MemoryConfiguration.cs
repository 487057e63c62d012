using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.Municipalities.Memory;
using Regio.Municipalities.Register;

namespace Regio.Municipalities.Persistence;

internal sealed class TimelineEntryConfiguration : IEntityTypeConfiguration<TimelineEntry>
{
    private const string Search =
        $"setweight(to_tsvector('{TimelineEntry.Language}', title), 'A')"
        + $" || setweight(to_tsvector('{TimelineEntry.Language}', subject), 'B')"
        + $" || setweight(to_tsvector('{TimelineEntry.Language}', text), 'C')";

    public void Configure(EntityTypeBuilder<TimelineEntry> table)
    {
        table.ToTable("timeline_entry", t => t.HasCheckConstraint("ck_timeline_entry_date", "(happened_on = '-infinity') = (precision = 'Unknown')"));
        table.HasKey(e => e.Name);
        table.Property(e => e.Search).HasComputedColumnSql(Search, stored: true);

        // Each filter finds its entries by an index; without one the list is read in its order.
        table.HasIndex(e => new { e.HappenedOn, e.Name });
        table.HasIndex(e => new { e.Subject, e.HappenedOn, e.Name });
        table.HasIndex(e => e.Search).HasMethod("gin");
        table.HasIndex(e => e.MunicipalityIds).HasMethod("gin");
    }
}

internal sealed class DocumentReferenceConfiguration : IEntityTypeConfiguration<DocumentReference>
{
    public void Configure(EntityTypeBuilder<DocumentReference> table)
    {
        table.ToTable("document_reference", t =>
        {
            t.HasCheckConstraint("ck_document_reference_date", "(dated_on is null) = (precision = 'Unknown')");
            t.HasCheckConstraint("ck_document_reference_content_hash", "content_hash ~ '^[0-9a-f]{64}$'");
            t.HasCheckConstraint("ck_document_reference_link", "link = '' or link ~ '^https?://'");
            t.HasCheckConstraint("ck_document_reference_corrects", "corrects_id <> id");
        });
        table.HasKey(d => d.Id);
        table.Property(d => d.Id).ValueGeneratedNever();
        table.Ignore(d => d.Date);

        // The same file is recorded once; whoever corrects a reference to it names the same file again.
        table.HasIndex(d => d.ContentHash).IsUnique().HasFilter("corrects_id is null");
        table.HasIndex(d => d.CorrectsId).IsUnique();
        table.HasOne<DocumentReference>().WithMany().HasForeignKey(d => d.CorrectsId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Region>().WithMany().HasForeignKey(d => d.RegionId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Municipality>().WithMany().HasForeignKey(d => d.MunicipalityId).OnDelete(DeleteBehavior.Restrict);
    }
}
