using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.Procurement.Agenda;
using Regio.Procurement.Catalogue;
using Regio.Procurement.Procedures;
using Regio.Procurement.Providers;

namespace Regio.Procurement.Persistence;

internal sealed class ProcedureConfiguration : IEntityTypeConfiguration<Procedure>
{
    public void Configure(EntityTypeBuilder<Procedure> table)
    {
        table.ToTable("procedure", t =>
        {
            t.HasCheckConstraint(
                "ck_procedure_standstill",
                "state not in ('Awarded', 'Concluded') or standstill_until is null or awarded_on > standstill_until");
            t.HasCheckConstraint(
                "ck_procedure_steps",
                "(kind not in ('MarketConsultation', 'OpenHouse') or intended_on is null) and (kind <> 'MarketConsultation' or awarded_on is null)");
            t.HasCheckConstraint("ck_procedure_shared", "(kind = 'ThreeNorth') = (lead_region <> '') and cost_share_basis_points between 0 and 10000");
        });
        table.HasKey(p => p.Id);
        table.Property(p => p.Id).ValueGeneratedNever();
        table.Property(p => p.Version).IsConcurrencyToken();
        table.HasIndex(p => new { p.State, p.Id });
        table.HasOne<Tranche>().WithMany().HasForeignKey(p => p.TrancheId).OnDelete(DeleteBehavior.Restrict);
        table.OwnsMany(p => p.Lots, Lots);
        table.OwnsMany(p => p.Criteria, Criteria);
        table.OwnsMany(p => p.Questions, Questions);
        table.OwnsMany(p => p.Bids, Bids);
    }

    private static void Lots(OwnedNavigationBuilder<Procedure, Lot> lot)
    {
        lot.ToTable("procedure_lot", t => t.HasCheckConstraint("ck_procedure_lot", "most_winners > 0"));
        lot.WithOwner().HasForeignKey("ProcedureId");
        lot.HasKey("ProcedureId", nameof(Lot.Number));
        lot.HasOne<Product>().WithMany().HasForeignKey(l => l.ProductId).OnDelete(DeleteBehavior.Restrict);
    }

    private static void Criteria(OwnedNavigationBuilder<Procedure, Criterion> criterion)
    {
        criterion.ToTable("procedure_criterion", t => t.HasCheckConstraint("ck_procedure_criterion", "weight between 1 and 100"));
        criterion.WithOwner().HasForeignKey("ProcedureId");
        criterion.HasKey("ProcedureId", nameof(Criterion.Name));
    }

    private static void Questions(OwnedNavigationBuilder<Procedure, ProcedureQuestion> question)
    {
        question.ToTable("procedure_question");
        question.WithOwner().HasForeignKey("ProcedureId");
        question.HasKey(q => q.Id);
        question.Property(q => q.Id).ValueGeneratedNever();
    }

    private static void Bids(OwnedNavigationBuilder<Procedure, Bid> bid)
    {
        bid.ToTable("bid", t =>
        {
            t.HasCheckConstraint("ck_bid_score", "score between 0 and 10000 and tariff_cents > 0");
            t.HasCheckConstraint("ck_bid_wins", "not wins or state = 'Assessed'");
        });
        bid.WithOwner().HasForeignKey("ProcedureId");
        bid.HasKey(b => b.Id);
        bid.Property(b => b.Id).ValueGeneratedNever();
        bid.HasIndex("ProcedureId", nameof(Bid.LotNumber), nameof(Bid.ProviderId)).IsUnique();
        bid.HasOne<Provider>().WithMany().HasForeignKey(b => b.ProviderId).OnDelete(DeleteBehavior.Restrict);
        bid.OwnsMany(b => b.Scores, score =>
        {
            score.ToTable("bid_score", t => t.HasCheckConstraint("ck_bid_score_points", "points between 0 and 100"));
            score.WithOwner().HasForeignKey("BidId");
            score.HasKey("BidId", nameof(BidScore.Criterion));
        });
    }
}
