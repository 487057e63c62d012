using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.Municipalities.Assessments;
using Regio.Municipalities.Register;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Municipalities.Persistence;

internal sealed class AssessmentFormConfiguration : IEntityTypeConfiguration<AssessmentForm>
{
    public void Configure(EntityTypeBuilder<AssessmentForm> table)
    {
        table.ToTable("assessment_form", t => t.HasCheckConstraint("ck_assessment_form_scale", "0 <= lowest_score and lowest_score < highest_score and highest_score <= 100"));
        table.HasKey(f => f.Code);
        table.HasSource(f => f.Source);
        table.HasMany(f => f.Criteria).WithOne().HasForeignKey(CriterionConfiguration.FormCode).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CriterionConfiguration : IEntityTypeConfiguration<Criterion>
{
    /// <summary>Shadow column that says whose criterion it is.</summary>
    public const string FormCode = "FormCode";

    public void Configure(EntityTypeBuilder<Criterion> table)
    {
        table.ToTable("assessment_criterion");
        table.Property<string>(FormCode);
        table.HasKey(FormCode, nameof(Criterion.Code));
        table.HasIndex(FormCode, nameof(Criterion.Position)).IsUnique();
    }
}

internal sealed class AssessmentConfiguration : IEntityTypeConfiguration<Assessment>
{
    public void Configure(EntityTypeBuilder<Assessment> table)
    {
        table.ToTable("assessment", t => t.HasCheckConstraint("ck_assessment_municipality", "municipality_id = '' or municipality_id ~ '^GM[0-9]{4}$'"));
        table.HasKey(a => a.Id);
        table.Property(a => a.Id).ValueGeneratedNever();
        table.HasIndex(a => new { a.FormCode, a.RegionId, a.MunicipalityId, a.Variant, a.AssessedOn }, "ix_assessment_once").IsUnique();
        table.HasOne<AssessmentForm>().WithMany().HasForeignKey(a => a.FormCode).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Region>().WithMany().HasForeignKey(a => a.RegionId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(a => a.Scores).WithOne().HasForeignKey(ScoreConfiguration.AssessmentId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ScoreConfiguration : IEntityTypeConfiguration<Score>
{
    /// <summary>Shadow column that says in which assessment it is.</summary>
    public const string AssessmentId = "AssessmentId";

    public void Configure(EntityTypeBuilder<Score> table)
    {
        table.ToTable("assessment_score", t => t.HasCheckConstraint("ck_assessment_score_evidence", "evidence <> '' and source_title <> ''"));
        table.Property<Guid>(AssessmentId);
        table.HasKey(AssessmentId, nameof(Score.Criterion));
        table.HasSource(s => s.Source);
    }
}
