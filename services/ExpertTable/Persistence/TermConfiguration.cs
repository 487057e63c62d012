using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.ExpertTable.Terms;
using Regio.ExpertTable.Worklist;
using Regio.ServiceDefaults.Persistence;

namespace Regio.ExpertTable.Persistence;

internal sealed class TermConfiguration : IEntityTypeConfiguration<TermSetting>
{
    public void Configure(EntityTypeBuilder<TermSetting> table)
    {
        table.ToTable("term_setting", t => t.HasCheckConstraint("ck_term_setting", "value between 0 and 366 and ground <> ''"));
        table.HasKey(s => s.Id);
        table.Property(s => s.Id).ValueGeneratedNever();
        table.HasSource(s => s.Source);
        table.HasIndex(s => new { s.Term, s.StartsOn }).IsUnique();
    }
}

internal sealed class RunningClockConfiguration : IEntityTypeConfiguration<RunningClock>
{
    public void Configure(EntityTypeBuilder<RunningClock> table)
    {
        table.ToView("running_clock_of_case");
        table.HasNoKey();
    }
}
