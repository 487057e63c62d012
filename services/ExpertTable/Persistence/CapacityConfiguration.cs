using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.ExpertTable.Capacity;
using Regio.ExpertTable.Cases;

namespace Regio.ExpertTable.Persistence;

internal sealed class StaffMemberConfiguration : IEntityTypeConfiguration<StaffMember>
{
    public void Configure(EntityTypeBuilder<StaffMember> table)
    {
        table.ToTable("staff_member", t => t.HasCheckConstraint("ck_staff_member_minutes", "minutes_per_month >= 0"));
        table.HasKey(m => m.Id);
        table.Property(m => m.Id).ValueGeneratedNever();
        table.Property(m => m.Subject);
        table.Property(m => m.Kind);
        table.Property(m => m.Employer);
        table.Property(m => m.MinutesPerMonth);
        table.Property(m => m.Version).IsConcurrencyToken();
    }
}

internal sealed class CapacityTermConfiguration : IEntityTypeConfiguration<CapacityTerm>
{
    public void Configure(EntityTypeBuilder<CapacityTerm> table)
    {
        table.ToTable("capacity_term", t => t.HasCheckConstraint("ck_capacity_term_cases", "cases_per_guide > 0 and cases_in_all > 0"));
        table.HasKey(t => t.Id);
        table.Property(t => t.Id).ValueGeneratedNever();
        table.Property(t => t.StartDate);
        table.Property(t => t.CasesPerGuide);
        table.Property(t => t.CasesInAll);
        table.Property(t => t.Ground);
        table.Property(t => t.RecordedBy);
        table.Property(t => t.RecordedAt);
    }
}

internal sealed class GuidePlaceConfiguration : IEntityTypeConfiguration<GuidePlace>
{
    public void Configure(EntityTypeBuilder<GuidePlace> table)
    {
        table.ToTable("guide_place", t =>
        {
            t.HasCheckConstraint("ck_guide_place_numbers", "number > 0 and number_in_all >= number");
            t.HasCheckConstraint("ck_guide_place_limit", "is_override = (number > guide_limit or number_in_all > total_limit)");
        });
        table.HasKey(p => p.Id);
        table.Property(p => p.Id).ValueGeneratedNever();
        table.HasIndex(p => new { p.GuideId, p.Year, p.Number }).IsUnique();
        table.HasIndex(p => new { p.Year, p.NumberInAll }).IsUnique();
        table.HasOne<Case>().WithMany().HasForeignKey(p => p.CaseId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<StaffMember>().WithMany().HasForeignKey(p => p.GuideId).OnDelete(DeleteBehavior.Restrict);
    }
}
