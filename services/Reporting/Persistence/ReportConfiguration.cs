using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.Reporting.Figures;
using Regio.Reporting.Reports;

namespace Regio.Reporting.Persistence;

internal sealed class ReportEditionConfiguration : IEntityTypeConfiguration<ReportEdition>
{
    public void Configure(EntityTypeBuilder<ReportEdition> table)
    {
        // That a published edition stays as it is, is a trigger of the migration.
        table.ToTable("report_edition", t =>
        {
            t.HasCheckConstraint("ck_report_edition_done", "done_count between 0 and cardinality(municipality_ids) and (state = 'Drafting') = (done_count < cardinality(municipality_ids))");
            t.HasCheckConstraint("ck_report_edition_checked", "(state in ('Checked', 'Published')) = (checked_at is not null) and checked_by <> drafted_by");
            t.HasCheckConstraint("ck_report_edition_set_aside", "set_aside_count between 0 and done_count");
            t.HasCheckConstraint("ck_report_edition_published", "(state = 'Published') = (published_at is not null)");
        });
        table.HasKey(edition => edition.Id);
        table.Property(edition => edition.Id).ValueGeneratedNever();
        table.Property(edition => edition.SetAsideCount).HasDefaultValue(0);
        table.Property(edition => edition.Version).IsConcurrencyToken();
        table.Ignore(edition => edition.Next);
        table.HasIndex(edition => new { edition.State, edition.DraftedAt });
    }
}

internal sealed class CouncilReportConfiguration : IEntityTypeConfiguration<CouncilReport>
{
    public void Configure(EntityTypeBuilder<CouncilReport> table)
    {
        // That each has its files at the end of its transaction, is a trigger of the migration.
        table.ToTable("council_report", t =>
        {
            t.HasCheckConstraint("ck_council_report_hashes", "content_hash ~ '^[0-9a-f]{64}$' and html_hash ~ '^[0-9a-f]{64}$' and pdf_hash ~ '^[0-9a-f]{64}$'");
            t.HasCheckConstraint("ck_council_report_content", "content_hash = encode(sha256(convert_to(content, 'UTF8')), 'hex')");
        });
        table.HasKey(report => report.Id);
        table.Property(report => report.Id).ValueGeneratedNever();
        table.HasIndex(report => new { report.EditionId, report.MunicipalityId }).IsUnique();
        table.HasOne<ReportEdition>().WithMany().HasForeignKey(report => report.EditionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ReportFileConfiguration : IEntityTypeConfiguration<ReportFile>
{
    public void Configure(EntityTypeBuilder<ReportFile> table)
    {
        table.ToTable("council_report_file", t => t.HasCheckConstraint("ck_council_report_file_hash", "hash = encode(sha256(bytes), 'hex')"));
        table.HasKey(file => new { file.ReportId, file.Kind });
        table.HasOne<CouncilReport>().WithMany().HasForeignKey(file => file.ReportId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SetAsideReportConfiguration : IEntityTypeConfiguration<SetAsideReport>
{
    public void Configure(EntityTypeBuilder<SetAsideReport> table)
    {
        table.ToTable("set_aside_report");
        table.HasKey(report => new { report.EditionId, report.MunicipalityId });
        table.HasOne<ReportEdition>().WithMany().HasForeignKey(report => report.EditionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class UsedFigureConfiguration : IEntityTypeConfiguration<UsedFigure>
{
    public void Configure(EntityTypeBuilder<UsedFigure> table)
    {
        // A version that a report was made with can never go.
        table.ToTable("report_figure");
        table.HasKey(figure => new { figure.ReportId, figure.Indicator, figure.AreaId, figure.Period, figure.Breakdown });
        table.HasOne<CouncilReport>().WithMany().HasForeignKey(figure => figure.ReportId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Observation>().WithMany()
            .HasForeignKey(figure => new { figure.Indicator, figure.AreaId, figure.Period, figure.Breakdown, figure.Version }).OnDelete(DeleteBehavior.Restrict);
    }
}
