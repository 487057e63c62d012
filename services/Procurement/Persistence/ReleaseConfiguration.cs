using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.Procurement.Ocds;
using Regio.Procurement.Procedures;

namespace Regio.Procurement.Persistence;

internal sealed class ReleaseConfiguration : IEntityTypeConfiguration<PublishedRelease>
{
    public void Configure(EntityTypeBuilder<PublishedRelease> table)
    {
        table.ToTable("published_release", t => t.HasCheckConstraint("ck_published_release_number", "number > 0"));
        table.HasKey(r => new { r.ProcedureId, r.Number });
        // Not jsonb, which would put the members in another order: a release stays as it was published.
        table.Property(r => r.Body).HasColumnType("json");
        table.HasOne<Procedure>().WithMany().HasForeignKey(r => r.ProcedureId).OnDelete(DeleteBehavior.Restrict);
    }
}
