using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.Emergencies;

namespace Regio.ExpertTable.Persistence;

internal sealed class EmergencyConfiguration : IEntityTypeConfiguration<EmergencyAccess>
{
    public void Configure(EntityTypeBuilder<EmergencyAccess> table)
    {
        table.ToTable("emergency_access", t =>
        {
            t.HasCheckConstraint("ck_emergency_access_period", "expires_at > opened_at");
            t.HasCheckConstraint("ck_emergency_access_seen", "num_nulls(seen_by, seen_at) in (0, 2) and (seen_by is null or seen_by <> subject)");
        });
        table.HasKey(a => a.Id);
        table.Property(a => a.Id).ValueGeneratedNever();
        table.Property(a => a.CaseId);
        table.Property(a => a.Subject);
        table.Property(a => a.OpenedAt);
        table.Property(a => a.ExpiresAt);
        table.HasIndex(a => new { a.CaseId, a.Subject, a.ExpiresAt });
        table.HasOne<Case>().WithMany().HasForeignKey(a => a.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}
