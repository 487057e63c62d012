using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Regio.Reporting.Importing.Files;

namespace Regio.Reporting.Persistence;

internal sealed class FileImportConfiguration : IEntityTypeConfiguration<FileImport>
{
    public void Configure(EntityTypeBuilder<FileImport> table)
    {
        table.ToTable("file_import", t =>
        {
            t.HasCheckConstraint("ck_file_import_ended", "(state in ('Done', 'Failed')) = (ended_at is not null)");
            t.HasCheckConstraint("ck_file_import_failed", "(state = 'Failed') = (reason <> '')");
            t.HasCheckConstraint("ck_file_import_done", "(state = 'Done') = (report <> '')");
            t.HasCheckConstraint("ck_file_import_received", "size > 0 and received_bytes between 0 and size");
            t.HasCheckConstraint("ck_file_import_whole", "state = 'Failed' or (state = 'Receiving') = (received_bytes < size)");
            t.HasCheckConstraint("ck_file_import_hash", "content_hash ~ '^[0-9a-f]{64}$'");
        });
        table.HasKey(import => import.Id);
        table.Property(import => import.Id).ValueGeneratedNever();
        table.HasIndex(import => new { import.StartedAt, import.Id }).HasFilter("state in ('Receiving', 'Loading')");
    }
}

internal sealed class FilePieceConfiguration : IEntityTypeConfiguration<FilePiece>
{
    public void Configure(EntityTypeBuilder<FilePiece> table)
    {
        // That they are kept as they came, without being pressed, stands in the migration.
        table.ToTable("file_import_piece", t => t.HasCheckConstraint("ck_file_import_piece_bytes", "\"offset\" >= 0 and length(body) > 0"));
        table.HasKey(piece => new { piece.ImportId, piece.Offset });
        table.HasOne<FileImport>().WithMany().HasForeignKey(piece => piece.ImportId);
    }
}

internal sealed class FileProgressConfiguration : IEntityTypeConfiguration<FileProgress>
{
    public void Configure(EntityTypeBuilder<FileProgress> table)
    {
        table.ToTable("file_import_progress", t => t.HasCheckConstraint("ck_file_import_progress_counts", "attempts > 0 and row_count >= 0 and refused_count >= 0"));
        table.HasKey(progress => progress.ImportId);
        table.HasOne<FileImport>().WithOne().HasForeignKey<FileProgress>(progress => progress.ImportId);
    }
}
