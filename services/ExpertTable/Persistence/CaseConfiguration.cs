using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.Reads;

namespace Regio.ExpertTable.Persistence;

internal sealed class CaseConfiguration : IEntityTypeConfiguration<Case>
{
    public void Configure(EntityTypeBuilder<Case> table)
    {
        table.ToTable("case_file", t => t.HasCheckConstraint("ck_case_file_municipality_id", "municipality_id ~ '^GM[0-9]{4}$'"));
        table.HasKey(c => c.Id);
        table.Property(c => c.Id).ValueGeneratedNever();
        table.Property(c => c.SubjectPseudonym);
        table.Property(c => c.MunicipalityId);
        table.Property(c => c.Question);
        table.Property(c => c.RegisteredAt);
        table.Property(c => c.Version).IsConcurrencyToken();
        table.HasIndex(c => new { c.MunicipalityId, c.Id });
        table.HasMany(c => c.Analyses).WithOne().HasForeignKey("CaseId").OnDelete(DeleteBehavior.Restrict);
        table.HasMany(c => c.Purchases).WithOne().HasForeignKey("CaseId").OnDelete(DeleteBehavior.Restrict);
        table.HasMany(c => c.Transitions).WithOne().HasForeignKey("CaseId").OnDelete(DeleteBehavior.Restrict);
        table.OwnsOne(c => c.Advice, part =>
        {
            part.ToTable("case_advice");
            part.Property(a => a.Text);
            part.Property(a => a.Dissent);
            part.Property(a => a.GivenBy);
            part.Property(a => a.GivenAt);
        });
        table.OwnsOne(c => c.Decision, part =>
        {
            part.ToTable("case_decision");
            part.Property(d => d.FollowsAdvice);
            part.Property(d => d.Reason);
            part.Property(d => d.DecidedBy);
            part.Property(d => d.DecidedAt);
        });
        table.OwnsOne(c => c.Return, part =>
        {
            part.ToTable("case_return");
            part.Property(r => r.Receiver);
            part.Property(r => r.NextStep);
        });
    }
}

internal sealed class AnalysisConfiguration : IEntityTypeConfiguration<Analysis>
{
    public void Configure(EntityTypeBuilder<Analysis> table)
    {
        table.ToTable("case_analysis");
        table.Property<Guid>("CaseId");
        table.HasKey("CaseId", nameof(Analysis.Version));
        table.Property(a => a.Version).ValueGeneratedNever();
        table.Property(a => a.Text);
        table.Property(a => a.Author);
        table.Property(a => a.RecordedAt);
    }
}

internal sealed class PurchaseConfiguration : IEntityTypeConfiguration<Purchase>
{
    public void Configure(EntityTypeBuilder<Purchase> table)
    {
        table.ToTable("case_purchase");
        table.Property<Guid>("CaseId");
        table.HasKey(p => p.Id);
        table.Property(p => p.Id).ValueGeneratedNever();
        table.Property(p => p.ProductId);
        table.Property(p => p.RequestedBy);
        table.Property(p => p.RequestedAt);
    }
}

internal sealed class TransitionConfiguration : IEntityTypeConfiguration<Transition>
{
    public void Configure(EntityTypeBuilder<Transition> table)
    {
        table.ToTable("case_transition");
        table.Property<Guid>("CaseId");
        table.HasKey("CaseId", nameof(Transition.Version));
        table.Property(t => t.Version).ValueGeneratedNever();
    }
}

internal sealed class LoggedReadConfiguration : IEntityTypeConfiguration<LoggedRead>
{
    public void Configure(EntityTypeBuilder<LoggedRead> table)
    {
        table.ToTable("case_read");
        table.HasKey(r => r.Sequence);
        table.Property(r => r.Sequence).UseIdentityAlwaysColumn();
        table.HasIndex(r => new { r.CaseId, r.Sequence });
        table.HasOne<Case>().WithMany().HasForeignKey(r => r.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}
