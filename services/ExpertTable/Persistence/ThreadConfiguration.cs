using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.ExpertTable.CommonThreads;

namespace Regio.ExpertTable.Persistence;

internal sealed class ThreadConfiguration : IEntityTypeConfiguration<ThreadAnalysis>
{
    public void Configure(EntityTypeBuilder<ThreadAnalysis> table)
    {
        table.ToTable("thread_analysis", t =>
        {
            t.HasCheckConstraint("ck_thread_analysis_half_year", "extract(day from starts_on) = 1 and extract(month from starts_on) in (1, 7)");
            t.HasCheckConstraint(
                "ck_thread_analysis_established",
                "num_nulls(decided_on, decided_by, established_by, established_at, check_due_on) = case state when 'Draft' then 5 else 0 end and check_due_on > decided_on");
            t.HasCheckConstraint("ck_thread_analysis_half_year_over", "decided_on >= starts_on + interval '6 months'");
            t.HasCheckConstraint("ck_thread_analysis_checked", "(checked_on is null) = (state in ('Draft', 'Established')) and (checked_on is null or checked_on >= decided_on)");
        });
        table.HasKey(a => a.Id);
        table.Property(a => a.Id).ValueGeneratedNever();
        table.Property(a => a.StartsOn);
        table.Ignore(a => a.HalfYear);
        table.Property(a => a.Version).IsConcurrencyToken();
        table.HasIndex(a => a.StartsOn).IsUnique();
        table.HasIndex(a => a.CheckDueOn).HasFilter("checked_on is null");
        table.HasMany(a => a.Drafts).WithOne().HasForeignKey("AnalysisId").OnDelete(DeleteBehavior.Restrict);
        table.HasMany(a => a.Measures).WithOne().HasForeignKey("AnalysisId").OnDelete(DeleteBehavior.Restrict);
        table.HasMany(a => a.Checks).WithOne().HasForeignKey("AnalysisId").OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ThreadDraftConfiguration : IEntityTypeConfiguration<ThreadDraft>
{
    public void Configure(EntityTypeBuilder<ThreadDraft> table)
    {
        table.ToTable("thread_draft", t => t.HasCheckConstraint("ck_thread_draft_counts", "number > 0 and outcomes >= 0 and consultations >= 0 and stuck >= 0"));
        table.Property<Guid>("AnalysisId");
        table.HasKey("AnalysisId", nameof(ThreadDraft.Number));
        table.Property(d => d.Number).ValueGeneratedNever();
        table.OwnsMany(d => d.Counts, count =>
        {
            count.ToTable("thread_count", t => t.HasCheckConstraint("ck_thread_count_counts", "outcomes >= 0 and consultations >= 0 and stuck >= 0"));
            count.WithOwner().HasForeignKey("AnalysisId", "Number");
            count.HasKey("AnalysisId", "Number", nameof(DraftCount.Bottleneck));
            count.Property(c => c.Bottleneck).ValueGeneratedNever();
        });
    }
}

internal sealed class ThreadMeasureConfiguration : IEntityTypeConfiguration<ThreadMeasure>
{
    public void Configure(EntityTypeBuilder<ThreadMeasure> table)
    {
        table.ToTable("thread_measure");
        table.Property<Guid>("AnalysisId");
        table.HasKey("AnalysisId", nameof(ThreadMeasure.Number));
        table.Property(m => m.Number).ValueGeneratedNever();
    }
}

internal sealed class ThreadCheckConfiguration : IEntityTypeConfiguration<ThreadCheck>
{
    public void Configure(EntityTypeBuilder<ThreadCheck> table)
    {
        table.ToTable("thread_check");
        table.Property<Guid>("AnalysisId");
        table.HasKey("AnalysisId", nameof(ThreadCheck.Number));
        table.Property(c => c.Number).ValueGeneratedNever();
    }
}
