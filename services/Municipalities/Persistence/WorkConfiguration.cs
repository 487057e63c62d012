using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.Municipalities.Goals;
using Regio.Municipalities.Register;
using Regio.Municipalities.Work;

namespace Regio.Municipalities.Persistence;

internal sealed class WorkItemConfiguration : IEntityTypeConfiguration<WorkItem>
{
    public const string WorkItemId = "WorkItemId";

    public void Configure(EntityTypeBuilder<WorkItem> table)
    {
        table.ToTable("work_item", t =>
        {
            t.HasCheckConstraint("ck_work_item_closed", "(state = 'Open') = (closed_on is null) and (state = 'Open') = (outcome = '') and closed_on >= raised_on");
            t.HasCheckConstraint("ck_work_item_feedback", "(feedback_on is null) = (feedback = '') and (feedback_on is null or (feedback_body_id is not null and closed_on is not null and feedback_on >= closed_on))");
            t.HasCheckConstraint("ck_work_item_risk", "(kind = 'Risk') = (chance is not null) and (kind = 'Risk') = (impact is not null) and chance between 1 and 5 and impact between 1 and 5");
            t.HasCheckConstraint("ck_work_item_source", "num_nonnulls(source_meeting_id, source_round_id, source_document_id) <= 1 and (source_meeting_id is null) = (source_item_number is null) and (source_view_number is null) = (source_remark_number is null) and (source_view_number is null or source_round_id is not null)");
            t.HasCheckConstraint("ck_work_item_result", "(result_contract_id is null) = (result_contract_line_id is null) and (result_agreement_id is null) = (result_obligation_number is null) and num_nonnulls(result_contract_id, result_agreement_id) <= 1");
            t.HasCheckConstraint("ck_work_item_dossier", "dossier_id <> id");
        });
        table.HasKey(i => i.Id);
        table.Property(i => i.Id).ValueGeneratedNever();
        table.Property(i => i.Version).IsConcurrencyToken();
        table.ComplexProperty(i => i.Source, source =>
        {
            source.IsRequired();
            source.Property(s => s.MeetingId).HasColumnName("source_meeting_id");
            source.Property(s => s.ItemNumber).HasColumnName("source_item_number");
            source.Property(s => s.RoundId).HasColumnName("source_round_id");
            source.Property(s => s.ViewNumber).HasColumnName("source_view_number");
            source.Property(s => s.RemarkNumber).HasColumnName("source_remark_number");
            source.Property(s => s.DocumentId).HasColumnName("source_document_id");
        });
        table.ComplexProperty(i => i.Result, result =>
        {
            result.IsRequired();
            result.Property(r => r.ContractId).HasColumnName("result_contract_id");
            result.Property(r => r.ContractLineId).HasColumnName("result_contract_line_id");
            result.Property(r => r.AgreementId).HasColumnName("result_agreement_id");
            result.Property(r => r.ObligationNumber).HasColumnName("result_obligation_number");
            result.Property(r => r.IndicatorCode).HasColumnName("result_indicator_code");
        });
        table.HasIndex(i => new { i.RegionId, i.Reference }).IsUnique();
        table.HasIndex(i => new { i.DueOn, i.Id });
        table.HasIndex(i => new { i.OwnerId, i.DueOn, i.Id });
        table.HasIndex(i => new { i.MunicipalityId, i.DueOn, i.Id });
        table.HasOne<Region>().WithMany().HasForeignKey(i => i.RegionId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Municipality>().WithMany().HasForeignKey(i => i.MunicipalityId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<WorkItem>().WithMany().HasForeignKey(i => i.DossierId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<GoalNode>().WithMany().HasForeignKey(i => i.GoalNodeId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(i => i.Changes).WithOne().HasForeignKey(WorkItemId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class WorkItemChangeConfiguration : IEntityTypeConfiguration<WorkItemChange>
{
    public void Configure(EntityTypeBuilder<WorkItemChange> table)
    {
        table.ToTable("work_item_change", t =>
        {
            t.HasCheckConstraint("ck_work_item_change_reason", "reason <> ''");
            t.HasCheckConstraint("ck_work_item_change_differs", "old_due_on <> new_due_on or old_owner_id <> new_owner_id");
        });
        table.Property<Guid>(WorkItemConfiguration.WorkItemId);
        table.HasKey(WorkItemConfiguration.WorkItemId, nameof(WorkItemChange.Number));
        table.Property(c => c.Number).ValueGeneratedNever();
    }
}
