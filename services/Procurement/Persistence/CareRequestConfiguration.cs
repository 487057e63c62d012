using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.Procurement.CareOrders;
using Regio.Procurement.CareOrders.Assignments;
using Regio.Procurement.CareOrders.Requests;

namespace Regio.Procurement.Persistence;

internal sealed class CareRequestConfiguration : IEntityTypeConfiguration<CareRequest>
{
    public void Configure(EntityTypeBuilder<CareRequest> table)
    {
        table.ToTable("care_request", t =>
        {
            t.HasCheckConstraint("ck_care_request_kind", "kind in (315, 317) and (category is null or kind = 315)");
            t.HasCheckConstraint("ck_care_request_due", "(due_on is not null) = (state in ('Open', 'Investigated'))");
            t.HasCheckConstraint("ck_care_request_investigated", "case state when 'Open' then investigated_by is null when 'Investigated' then investigated_by is not null else true end");
            t.HasCheckConstraint("ck_care_request_answered", "(answered_by is not null) = (state in ('Granted', 'Rejected'))");
            t.HasCheckConstraint("ck_care_request_rejected", "(rejection_reason is not null) = (state = 'Rejected') and (responsible_municipality_id is not null) = coalesce(rejection_reason = '8', false)");
        });
        table.HasKey(r => r.Id);
        table.Property(r => r.Id).ValueGeneratedNever();
        table.Property(r => r.Version).IsConcurrencyToken();
        table.Ignore(r => r.IsWaiting);
        table.HasIndex(r => r.ReferenceHash).IsUnique();
        table.HasIndex(r => new { r.DueOn, r.Id }).HasFilter("due_on is not null");
        table.HasIndex(r => new { r.ClientId, r.ProviderAgbCode, r.MunicipalityId });
        table.HasOne<CareClient>().WithMany().HasForeignKey(r => r.ClientId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<CareMessage>().WithMany().HasForeignKey(r => r.MessageId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<CareMessage>().WithMany().HasForeignKey(r => r.InvestigatedBy).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<CareMessage>().WithMany().HasForeignKey(r => r.AnsweredBy).OnDelete(DeleteBehavior.Restrict);
    }
}
