using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.Procurement.Contracts;
using Regio.Procurement.Providers;
using Regio.Procurement.RegionMoves;

namespace Regio.Procurement.Persistence;

internal sealed class RegionMoveConfiguration : IEntityTypeConfiguration<RegionMove>
{
    public void Configure(EntityTypeBuilder<RegionMove> table)
    {
        table.ToTable("region_move", t =>
        {
            t.HasCheckConstraint("ck_region_move_buyers", $"cardinality(from_buyers) between 1 and {RegionMoveRules.MostRegions} and to_buyer <> all(from_buyers)");
            t.HasCheckConstraint("ck_region_move_executed", "(state = 'Executed') = (executed_at is not null)");
            t.HasCheckConstraint("ck_region_move_cancelled", "(state = 'Cancelled') = (cancel_reason <> '')");
        });
        table.HasKey(m => m.Id);
        table.Property(m => m.Id).ValueGeneratedNever();
        table.Property(m => m.Version).IsConcurrencyToken();
        table.Ignore(m => m.Decided);
        table.HasMany(m => m.Decisions).WithOne().HasForeignKey("MoveId").IsRequired().OnDelete(DeleteBehavior.Restrict);
        table.HasMany(m => m.Dates).WithOne().HasForeignKey("MoveId").IsRequired().OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RegionMoveDecisionConfiguration : IEntityTypeConfiguration<RegionMoveDecision>
{
    public void Configure(EntityTypeBuilder<RegionMoveDecision> table)
    {
        table.ToTable("region_move_decision", t => t.HasCheckConstraint(
            "ck_region_move_decision", "(choice = 'ByMunicipality') = (keep_buyer_id = '') and (choice = 'AgreedTariff') = (tariff_cents is not null) and reason <> ''"));
        table.HasKey(d => d.Id);
        table.Property(d => d.Id).ValueGeneratedNever();
        table.Property<Guid>("MoveId");
        table.Ignore(d => d.Subject);
        table.HasIndex("MoveId", nameof(RegionMoveDecision.Number)).IsUnique();
        table.HasOne<Provider>().WithMany().HasForeignKey(d => d.ProviderId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RegionMoveDateConfiguration : IEntityTypeConfiguration<RegionMoveDate>
{
    public void Configure(EntityTypeBuilder<RegionMoveDate> table)
    {
        table.ToTable("region_move_date");
        table.HasKey(d => d.Id);
        table.Property(d => d.Id).ValueGeneratedNever();
        table.Property<Guid>("MoveId");
        table.HasIndex("MoveId", nameof(RegionMoveDate.Number)).IsUnique();
    }
}

internal sealed class RegionMoveOutcomeConfiguration : IEntityTypeConfiguration<RegionMoveOutcome>
{
    public void Configure(EntityTypeBuilder<RegionMoveOutcome> table)
    {
        table.ToTable("region_move_outcome");
        table.HasKey(o => o.Id);
        table.Property(o => o.Id).ValueGeneratedNever();
        table.HasIndex(o => new { o.MoveId, o.LineId, o.SuccessorId }).IsUnique();
        table.HasIndex(o => o.LineId);
        table.HasOne<RegionMove>().WithMany().HasForeignKey(o => o.MoveId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<ContractLine>().WithMany().HasForeignKey(o => o.LineId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<ContractLine>().WithMany().HasForeignKey(o => o.SuccessorId).OnDelete(DeleteBehavior.Restrict);
    }
}
