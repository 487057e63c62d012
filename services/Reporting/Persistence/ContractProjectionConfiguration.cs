using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.Reporting.Projection;

namespace Regio.Reporting.Persistence;

internal sealed class ProjectedContractConfiguration : IEntityTypeConfiguration<ProjectedContract>
{
    public void Configure(EntityTypeBuilder<ProjectedContract> table)
    {
        table.ToTable("contract", t => t.HasCheckConstraint(
            "ck_contract_told",
            "(signed_version is null) = (provider_id is null) and (signed_version is not null or signed_at is null) "
            + "and (terminated_version is null) = (end_date is null) and (lines_version is not null or valid_from is null) and (valid_from is not null or valid_until is null)"));
        table.HasKey(c => c.Id);
        table.HasIndex(c => c.OccurredAt);
    }
}

internal sealed class ProjectedContractLineConfiguration : IEntityTypeConfiguration<ProjectedContractLine>
{
    public void Configure(EntityTypeBuilder<ProjectedContractLine> table)
    {
        table.ToTable("contract_line");
        table.HasKey(line => new { line.ContractId, line.LineId });
        table.HasIndex(line => new { line.BuyerId, line.ValidFrom });
        table.HasOne<ProjectedContract>().WithMany().HasForeignKey(line => line.ContractId);
    }
}

internal sealed class ProjectedCaseConfiguration : IEntityTypeConfiguration<ProjectedCase>
{
    public void Configure(EntityTypeBuilder<ProjectedCase> table)
    {
        table.ToTable("expert_case");
        table.HasKey(c => c.Id);
        table.HasIndex(c => new { c.MunicipalityId, c.State });
        table.HasIndex(c => c.OccurredAt);
    }
}

internal sealed class ProjectedCaseStepConfiguration : IEntityTypeConfiguration<ProjectedCaseStep>
{
    public void Configure(EntityTypeBuilder<ProjectedCaseStep> table)
    {
        // Without a reference to the case: a step is told by the same statement as the case, and the order of the two is not fixed.
        table.ToTable("expert_case_step");
        table.HasKey(step => new { step.CaseId, step.Version });
    }
}

internal sealed class ProjectedCaseOutcomeConfiguration : IEntityTypeConfiguration<ProjectedCaseOutcome>
{
    public void Configure(EntityTypeBuilder<ProjectedCaseOutcome> table)
    {
        table.ToTable("expert_case_outcome");
        table.HasKey(outcome => new { outcome.CaseId, outcome.Round });
        table.HasIndex(outcome => outcome.OccurredAt);
    }
}

internal sealed class ProjectedConsultationConfiguration : IEntityTypeConfiguration<ProjectedConsultation>
{
    public void Configure(EntityTypeBuilder<ProjectedConsultation> table)
    {
        table.ToTable("expert_consultation");
        table.HasKey(consultation => consultation.Id);
        table.Property(consultation => consultation.Id).ValueGeneratedNever();
        table.HasIndex(consultation => consultation.HeldOn);
    }
}
