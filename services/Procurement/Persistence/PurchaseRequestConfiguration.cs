using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.Procurement.Contracts;
using Regio.Procurement.Purchasing;

namespace Regio.Procurement.Persistence;

internal sealed class PurchaseRequestConfiguration : IEntityTypeConfiguration<PurchaseRequest>
{
    public void Configure(EntityTypeBuilder<PurchaseRequest> table)
    {
        table.ToTable("purchase_request", t =>
        {
            t.HasCheckConstraint("ck_purchase_request_decision", "(state = 'Open') = (decided_at is null) and (state <> 'Refused' or reason <> '')");
            t.HasCheckConstraint("ck_purchase_request_line", "contract_line_id is null or state = 'Granted'");
        });
        table.HasKey(r => r.Id);
        table.Property(r => r.Id).ValueGeneratedNever();
        table.Property(r => r.Version).IsConcurrencyToken();
        table.HasIndex(r => new { r.State, r.Id });
        table.HasOne<ContractLine>().WithMany().HasForeignKey(r => r.ContractLineId).OnDelete(DeleteBehavior.Restrict);
    }
}
