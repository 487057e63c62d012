using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.Reporting.Importing.Tables;

namespace Regio.Reporting.Persistence;

internal sealed class TableImportConfiguration : IEntityTypeConfiguration<TableImport>
{
    public void Configure(EntityTypeBuilder<TableImport> table)
    {
        table.ToTable("table_import", t =>
        {
            t.HasCheckConstraint("ck_table_import_ended", "(state in ('Done', 'Failed')) = (ended_at is not null)");
            t.HasCheckConstraint("ck_table_import_failed", "(state = 'Failed') = (reason <> '')");
            t.HasCheckConstraint("ck_table_import_done", "(state = 'Done') = (report <> '')");
            t.HasCheckConstraint("ck_table_import_counts", "page_count >= 0 and row_count >= 0 and attempts >= 0");
        });
        table.HasKey(import => import.Id);
        table.Property(import => import.Id).ValueGeneratedNever();
        table.HasIndex(import => new { import.State, import.NextTryAt });
    }
}

internal sealed class TablePageConfiguration : IEntityTypeConfiguration<TablePage>
{
    public void Configure(EntityTypeBuilder<TablePage> table)
    {
        table.ToTable("table_import_page");
        table.HasKey(page => new { page.ImportId, page.Number });
        table.HasOne<TableImport>().WithMany().HasForeignKey(page => page.ImportId);
    }
}
