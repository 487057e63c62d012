using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.Reads;

namespace Regio.ExpertTable.Persistence;

internal sealed class CaseConfiguration : IEntityTypeConfiguration<Case>
{
    public void Configure(EntityTypeBuilder<Case> table)
    {
        table.ToTable("case_file", t =>
        {
            t.HasCheckConstraint("ck_case_file_municipality_id", "municipality_id ~ '^GM[0-9]{4}$'");
            t.HasCheckConstraint("ck_case_file_clock_stop", "(clock_stop is null) = (clock_stopped_at is null)");
            t.HasCheckConstraint("ck_case_file_destroyed", "num_nulls(destroyed_at, destroyed_by, destruction_ground) in (0, 3) and (destroyed_at is null or (held_since is null and state in ('Closed', 'Returned')))");
            t.HasCheckConstraint("ck_case_file_subject", "(destroyed_at is not null) = (subject_pseudonym = '00000000-0000-0000-0000-000000000000')");
            t.HasCheckConstraint("ck_case_file_waiting", "waiting_since is null or (guide_id is null and state not in ('Closed', 'Returned'))");
            t.HasCheckConstraint("ck_case_file_no_lead_when_closed", "lead is null or state not in ('Closed', 'Returned')");
        });
        table.HasKey(c => c.Id);
        table.Property(c => c.Id).ValueGeneratedNever();
        table.Property(c => c.SubjectPseudonym);
        table.Property(c => c.MunicipalityId);
        table.Property(c => c.RegisteredBy);
        table.Property(c => c.RegisteredAt);
        table.Property(c => c.Round).HasDefaultValue(1);
        table.Property(c => c.Version).IsConcurrencyToken();
        table.Ignore(c => c.Written);
        table.Ignore(c => c.AgeClassTold);
        table.HasIndex(c => new { c.MunicipalityId, c.Id });
        table.HasIndex(c => c.DestroyedAt).HasFilter("destroyed_at is not null");
        table.HasIndex(c => new { c.WaitingSince, c.Id }).HasFilter("waiting_since is not null");
        table.HasIndex(c => new { c.Chair, c.Id });
        table.HasOne(c => c.Guide).WithMany().HasForeignKey(c => c.GuideId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne(c => c.CareBroker).WithMany().HasForeignKey(c => c.CareBrokerId).OnDelete(DeleteBehavior.Restrict);
        // The day goes along, so that a case and its sitting cannot tell different ones.
        table.HasOne(c => c.Sitting).WithMany().HasForeignKey(c => new { c.SittingId, c.SittingDate }).HasPrincipalKey(s => new { s.Id, s.Day }).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(c => c.Siblings).WithOne().HasForeignKey("CaseId").OnDelete(DeleteBehavior.Restrict);
        table.HasMany(c => c.Purchases).WithOne().HasForeignKey("CaseId").OnDelete(DeleteBehavior.Restrict);
        table.HasMany(c => c.Transitions).WithOne().HasForeignKey("CaseId").OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SiblingConfiguration : IEntityTypeConfiguration<Sibling>
{
    public void Configure(EntityTypeBuilder<Sibling> table)
    {
        table.ToTable("case_sibling");
        table.Property<Guid>("CaseId");
        table.HasKey("CaseId", nameof(Sibling.Pseudonym));
        table.Property(s => s.Pseudonym).ValueGeneratedNever();
    }
}

internal sealed class CaseEntryConfiguration : IEntityTypeConfiguration<CaseEntry>
{
    public void Configure(EntityTypeBuilder<CaseEntry> table)
    {
        table.ToTable("case_entry");
        table.HasKey(e => new { e.CaseId, e.Number });
        table.HasIndex(e => e.KeyId);
        table.HasOne<Case>().WithMany().HasForeignKey(e => e.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PurchaseConfiguration : IEntityTypeConfiguration<Purchase>
{
    public void Configure(EntityTypeBuilder<Purchase> table)
    {
        table.ToTable("case_purchase", t => t.HasCheckConstraint("ck_case_purchase_line", "contract_line_id is null or state = 'Granted'"));
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
        table.Property(t => t.Round).HasDefaultValue(1);
    }
}

internal sealed class LoggedReadConfiguration : IEntityTypeConfiguration<LoggedRead>
{
    public void Configure(EntityTypeBuilder<LoggedRead> table)
    {
        table.ToTable("case_read", t =>
        {
            t.HasCheckConstraint("ck_case_read_link", "num_nulls(number, digest, link) in (0, 3) and number > 0");
            t.HasCheckConstraint("ck_case_read_blanked", "(subject_pseudonym is null) = (blanked is not null) and (blanked is null or trace_id = '')");
        });
        table.HasKey(r => r.Sequence);
        table.Property(r => r.Sequence).UseIdentityAlwaysColumn();
        table.HasIndex(r => new { r.CaseId, r.Sequence });
        table.HasIndex(r => new { r.SubjectPseudonym, r.Sequence });
        table.HasIndex(r => r.Number).IsUnique();
        table.HasIndex(r => r.Sequence, "ix_case_read_unlinked").HasFilter("number is null");
        table.HasOne<Case>().WithMany().HasForeignKey(r => r.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}
