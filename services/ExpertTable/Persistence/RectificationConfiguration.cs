using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.SubjectRights;

namespace Regio.ExpertTable.Persistence;

internal sealed class RectificationConfiguration : IEntityTypeConfiguration<Rectification>
{
    public void Configure(EntityTypeBuilder<Rectification> table)
    {
        table.ToTable("case_rectification", t =>
        {
            t.HasCheckConstraint("ck_case_rectification_entry", "entry >= 0");
            t.HasCheckConstraint("ck_case_rectification_decided", "(decided_on is null) = (state = 'Open')");
            t.HasCheckConstraint("ck_case_rectification_due", "due_on > received_on and (extended_on is null or extended_on >= received_on)");
        });
        table.HasKey(r => r.Id);
        table.Property(r => r.Id).ValueGeneratedNever();
        table.Property(r => r.CaseId);
        table.Property(r => r.Entry);
        table.Property(r => r.Applicant);
        table.Property(r => r.ReceivedOn);
        table.HasIndex(r => r.CaseId);
        table.HasIndex(r => new { r.DueOn, r.Id }).HasFilter("decided_on is null");
        table.HasOne<Case>().WithMany().HasForeignKey(r => r.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}
