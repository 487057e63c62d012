using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.Procurement.CareOrders;
using Regio.Procurement.CareOrders.Assignments;
using Regio.Procurement.CareOrders.Claims;
using Regio.Procurement.Contracts;

namespace Regio.Procurement.Persistence;

internal sealed class CareClaimConfiguration : IEntityTypeConfiguration<CareClaim>
{
    public void Configure(EntityTypeBuilder<CareClaim> table)
    {
        table.ToTable("care_claim", t => t.HasCheckConstraint("ck_care_claim_month", "extract(day from month) = 1"));
        table.HasKey(c => c.Id);
        table.Property(c => c.Id).ValueGeneratedNever();
        table.HasIndex(c => c.NumberHash).IsUnique();
        table.HasIndex(c => new { c.ProviderAgbCode, c.MunicipalityId, c.Month });
        table.HasOne<CareMessage>().WithOne().HasForeignKey<CareClaim>(c => c.Id).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CareClaimLineConfiguration : IEntityTypeConfiguration<CareClaimLine>
{
    public void Configure(EntityTypeBuilder<CareClaimLine> table)
    {
        table.ToTable("care_claim_line", t =>
        {
            t.HasCheckConstraint("ck_care_claim_line_sign", "case when credits_id is null then cents >= 0 and volume >= 0 else cents <= 0 and volume <= 0 and not is_open end");
            t.HasCheckConstraint("ck_care_claim_line_period", "ends_on >= starts_on and date_trunc('month', starts_on) = date_trunc('month', ends_on)");
            t.HasCheckConstraint("ck_care_claim_line_contract", "(contract_id is null) = (product_id is null)");
        });
        table.HasKey(l => l.Id);
        table.Property(l => l.Id).ValueGeneratedNever();
        table.HasIndex(l => l.ReferenceHash).IsUnique();
        table.HasIndex(l => l.CreditsId).IsUnique();
        table.HasIndex(l => new { l.AssignmentId, l.Category, l.Code, l.StartsOn, l.EndsOn }).IsUnique().HasFilter("is_open").HasDatabaseName("ix_care_claim_line_one_open");
        table.HasIndex(l => l.AssignmentId);
        table.HasIndex(l => new { l.ContractId, l.ProductId, l.MunicipalityId, l.StartsOn });
        table.HasIndex(l => new { l.ProviderAgbCode, l.MunicipalityId, l.StartsOn }, "ix_care_claim_line_month").HasFilter("is_open");
        table.HasIndex(l => new { l.ProviderAgbCode, l.MunicipalityId, l.StartsOn }, "ix_care_claim_line_uncontracted").HasFilter("is_open and contract_id is null");
        table.HasOne<CareClaim>().WithMany().HasForeignKey(l => l.ClaimId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<CareAssignment>().WithMany().HasForeignKey(l => l.AssignmentId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<CareClaimLine>().WithMany().HasForeignKey(l => l.CreditsId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Contract>().WithMany().HasForeignKey(l => l.ContractId).OnDelete(DeleteBehavior.Restrict);
    }
}
