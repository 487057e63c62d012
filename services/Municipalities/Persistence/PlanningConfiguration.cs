using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.Municipalities.Laws;
using Regio.Municipalities.Planning;
using Regio.Municipalities.Register;
using Regio.Municipalities.Rounds;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Municipalities.Persistence;

internal sealed class PlanConfiguration : IEntityTypeConfiguration<Plan>
{
    public const string PlanId = "PlanId";
    public const string MilestoneNumber = "MilestoneNumber";
    public const string BaselineNumber = "BaselineNumber";
    public const string DateRule = "(day is null) = (precision = 'Unknown')";

    public void Configure(EntityTypeBuilder<Plan> table)
    {
        table.ToTable("plan");
        table.HasKey(p => p.Id);
        table.Property(p => p.Id).ValueGeneratedNever();
        table.Property(p => p.Version).IsConcurrencyToken();
        table.HasIndex(p => new { p.RegionId, p.Title }).IsUnique();
        table.HasOne<Region>().WithMany().HasForeignKey(p => p.RegionId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(p => p.Milestones).WithOne().HasForeignKey(PlanId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(p => p.Baselines).WithOne().HasForeignKey(PlanId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MilestoneConfiguration : IEntityTypeConfiguration<Milestone>
{
    public void Configure(EntityTypeBuilder<Milestone> table)
    {
        table.ToTable("milestone", t => t.HasCheckConstraint(
            "ck_milestone_law", "(law_code is null) = (law_status is null) and (law_code is null) = (months_after_law is null)"));
        table.Property<Guid>(PlanConfiguration.PlanId);
        table.HasKey(PlanConfiguration.PlanId, nameof(Milestone.Number));
        table.Property(m => m.Number).ValueGeneratedNever();
        table.HasIndex(PlanConfiguration.PlanId, nameof(Milestone.Code)).IsUnique();
        table.Ignore(m => m.Followed);
        table.HasOne<Round>().WithMany().HasForeignKey(m => m.GateRoundId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Law>().WithMany().HasForeignKey(m => m.LawCode).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(m => m.Dates).WithOne().HasForeignKey(PlanConfiguration.PlanId, PlanConfiguration.MilestoneNumber).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MilestoneDateConfiguration : IEntityTypeConfiguration<MilestoneDate>
{
    public void Configure(EntityTypeBuilder<MilestoneDate> table)
    {
        table.ToTable("milestone_date", t =>
        {
            t.HasCheckConstraint("ck_milestone_date_precision", PlanConfiguration.DateRule);
            t.HasCheckConstraint("ck_milestone_date_reached", "kind <> 'Reached' or precision = 'Day'");
        });
        table.Property<Guid>(PlanConfiguration.PlanId);
        table.Property<int>(PlanConfiguration.MilestoneNumber);
        table.HasKey(PlanConfiguration.PlanId, PlanConfiguration.MilestoneNumber, nameof(MilestoneDate.Number));
        table.Property(d => d.Number).ValueGeneratedNever();
        table.ComplexProperty(d => d.Date, HasColumns);
        table.HasSource(d => d.Source);
        table.HasIndex(PlanConfiguration.PlanId, PlanConfiguration.MilestoneNumber).IsUnique().HasFilter("kind = 'Reached'").HasDatabaseName("ix_milestone_date_reached_once");
    }

    /// <summary>Keeps a vague date in two columns of its own table.</summary>
    internal static void HasColumns(ComplexPropertyBuilder<VagueDate> date)
    {
        date.IsRequired();
        date.Property(d => d.Day).HasColumnName("day");
        date.Property(d => d.Precision).HasColumnName("precision");
        date.Ignore(d => d.Earliest);
        date.Ignore(d => d.Latest);
    }
}

internal sealed class BaselineConfiguration : IEntityTypeConfiguration<Baseline>
{
    public void Configure(EntityTypeBuilder<Baseline> table)
    {
        table.ToTable("plan_baseline");
        table.Property<Guid>(PlanConfiguration.PlanId);
        table.HasKey(PlanConfiguration.PlanId, nameof(Baseline.Number));
        table.Property(b => b.Number).ValueGeneratedNever();
        table.HasSource(b => b.Source);
        table.HasMany(b => b.Dates).WithOne().HasForeignKey(PlanConfiguration.PlanId, PlanConfiguration.BaselineNumber).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class BaselineDateConfiguration : IEntityTypeConfiguration<BaselineDate>
{
    public void Configure(EntityTypeBuilder<BaselineDate> table)
    {
        table.ToTable("plan_baseline_date", t => t.HasCheckConstraint("ck_plan_baseline_date_precision", PlanConfiguration.DateRule));
        table.Property<Guid>(PlanConfiguration.PlanId);
        table.Property<int>(PlanConfiguration.BaselineNumber);
        table.HasKey(PlanConfiguration.PlanId, PlanConfiguration.BaselineNumber, nameof(BaselineDate.MilestoneNumber));
        table.ComplexProperty(d => d.Date, MilestoneDateConfiguration.HasColumns);
    }
}

internal sealed class LawConfiguration : IEntityTypeConfiguration<Law>
{
    public const string LawCode = "LawCode";

    public void Configure(EntityTypeBuilder<Law> table)
    {
        table.ToTable("law");
        table.HasKey(l => l.Code);
        table.Property(l => l.Version).IsConcurrencyToken();
        table.HasMany(l => l.Dates).WithOne().HasForeignKey(LawCode).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class LawDateConfiguration : IEntityTypeConfiguration<LawDate>
{
    public void Configure(EntityTypeBuilder<LawDate> table)
    {
        table.ToTable("law_date", t => t.HasCheckConstraint("ck_law_date_precision", PlanConfiguration.DateRule));
        table.Property<string>(LawConfiguration.LawCode);
        table.HasKey(LawConfiguration.LawCode, nameof(LawDate.Number));
        table.Property(d => d.Number).ValueGeneratedNever();
        table.ComplexProperty(d => d.Date, MilestoneDateConfiguration.HasColumns);
        table.HasSource(d => d.Source);
    }
}
